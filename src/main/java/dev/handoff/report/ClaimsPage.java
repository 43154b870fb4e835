package dev.handoff.report;

import dev.handoff.claims.Cell;
import dev.handoff.claims.Claim;
import dev.handoff.claims.Headline;
import dev.handoff.claims.Judgement;
import dev.handoff.claims.Part;
import dev.handoff.claims.Result;
import dev.handoff.claims.Verdict;
import dev.handoff.statistics.Looks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The book of claims with its verdicts and curves as one page that needs nothing else. */
public final class ClaimsPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #222; --quiet: #595959; --paper: #fff; --rule: #ddd;
              --s0: #0072b2; --s1: #b34f00; --s2: #007a59; --s3: #9c4a7c;
              --supported: #00664a; --refuted: #a33b00; --depends: #7a4a9c; --other: #595959; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --quiet: #b0b0b0; --paper: #16181b; --rule: #3a3d42;
              --s0: #56b4e9; --s1: #f0a050; --s2: #4cc9a0; --s3: #e09cc4;
              --supported: #4cc9a0; --refuted: #f0a050; --depends: #c9a0e8; --other: #b0b0b0; } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem;
              margin: 2rem auto; padding: 0 1rem; }
            h1 { line-height: 1.2; } h2 { font-size: 1.1rem; margin: 0 0 .3rem; } p { margin: .3rem 0; }
            .table { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--rule); }
            td.number { text-align: right; white-space: nowrap; } a { color: inherit; }
            article { border-top: 1px solid var(--rule); padding: 1.2rem 0; } .quiet { color: var(--quiet); font-size: .9rem; }
            .verdict { font-weight: 600; white-space: nowrap; color: var(--other); } .supported { color: var(--supported); }
            .refuted { color: var(--refuted); } .depends { color: var(--depends); }
            .charts { display: flex; flex-wrap: wrap; gap: 1rem; } figure { margin: .6rem 0; max-width: 100%; }
            figcaption { font-size: .85rem; color: var(--quiet); max-width: 26rem; } svg { max-width: 100%; height: auto; }
            svg text { font: 11px system-ui, sans-serif; fill: var(--quiet); } .axis { stroke: var(--rule); fill: none; }
            """;

    private ClaimsPage() {}

    /**
     * @param tests how many claims the book decides by simulation
     * @param made how the page was made, for its last line
     */
    public static void write(Path file, List<Judgement> judgements, int tests, String made) {
        WholeFile.write(file, unfinished -> Files.writeString(unfinished, html(judgements, tests, made)));
    }

    static String html(List<Judgement> judgements, int tests, String made) {
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Claims and verdicts</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>Claims and verdicts</h1>\n<p>")
                .append(counts(judgements))
                .append(".</p>\n<p class=\"quiet\">")
                .append(escaped(rule(tests)))
                .append("</p>\n");
        table(page, judgements);
        judgements.forEach(judgement -> article(page, judgement));
        return page.append("<p class=\"quiet\">")
                .append(escaped(made))
                .append("</p>\n</body>\n</html>\n")
                .toString();
    }

    private static String rule(int tests) {
        return String.format(
                Locale.ROOT,
                "Each verdict is about this model, not about any firm. A claim is supported if the effect is shown to exceed the smallest"
                        + " one that matters, refuted if it is shown to stay below it or to go the other way; the rule stood in the entry"
                        + " before it was run. Level %s, corrected for the %d claims that chance decides (Holm 1979); intervals of"
                        + " effects hold at all looks together (Lan and DeMets 1983), those of levels are plain 95 %% intervals.",
                Looks.LEVEL,
                tests);
    }

    private static String counts(List<Judgement> judgements) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        judgements.forEach(judgement -> counts.merge(judgement.inBook().label(), 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        counts.forEach((verdict, count) -> text.append(text.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(verdict));
        return text.toString();
    }

    private static void table(StringBuilder page, List<Judgement> judgements) {
        page.append(
                        "<div class=\"table\"><table>\n<thead><tr><th scope=\"col\">Claim</th><th scope=\"col\">Verdict</th>")
                .append("<th scope=\"col\">Effect (95 % interval)</th><th scope=\"col\">Replications</th>")
                .append("<th scope=\"col\">What is claimed</th></tr></thead>\n<tbody>\n");
        for (Judgement judgement : judgements) {
            Claim claim = judgement.claim();
            page.append("<tr><td><a href=\"#claim-")
                    .append(claim.number())
                    .append("\">")
                    .append(escaped(claim.source()))
                    .append(' ')
                    .append(claim.number())
                    .append("</a></td><td>")
                    .append(verdict(judgement.inBook()))
                    .append("</td><td>")
                    .append(escaped(ClaimWords.effect(judgement)))
                    .append("</td><td class=\"number\">")
                    .append(claim.isSimulated() ? Words.count(judgement.result().replications()) : "")
                    .append("</td><td>")
                    .append(escaped(claim.says()))
                    .append("</td></tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private static String verdict(Verdict verdict) {
        return "<span class=\"verdict " + verdict.label().replace(' ', '-') + "\">" + verdict.label() + "</span>";
    }

    private static void article(StringBuilder page, Judgement judgement) {
        Claim claim = judgement.claim();
        page.append("<article id=\"claim-")
                .append(claim.number())
                .append("\">\n<h2>")
                .append(escaped(claim.source()))
                .append(' ')
                .append(claim.number())
                .append(". ")
                .append(escaped(claim.says()))
                .append("</h2>\n<p>")
                .append(verdict(judgement.inBook()))
                .append(escaped(probability(judgement)))
                .append("</p>\n<p class=\"quiet\">")
                .append(escaped(ClaimWords.note(judgement)))
                .append("</p>\n");
        for (int part = 0; part < judgement.result().cells().size(); part++) {
            part(page, judgement.result(), part);
        }
        page.append("</article>\n");
    }

    private static String probability(Judgement judgement) {
        if (!judgement.claim().isSimulated()) {
            return "";
        }
        return " (" + ClaimWords.probability(judgement.adjusted()) + "; alone "
                + judgement.alone().label() + ", "
                + ClaimWords.probability(judgement.result().probability(judgement.alone())) + ")";
    }

    private static void part(StringBuilder page, Result result, int number) {
        Part part = result.claim().parts().get(number);
        page.append("<p>")
                .append(escaped(part.says().isEmpty() ? "" : part.says() + ": "))
                .append(escaped(ClaimWords.question(part)))
                .append("</p>\n<div class=\"charts\">\n");
        for (int context = 0; context < result.claim().contexts().size(); context++) {
            Cell cell = result.cells().get(number).get(context);
            Verdict verdict = result.verdict(number, context, Looks.LEVEL);
            Headline headline = Headline.of(result, number, context, verdict);
            String name = result.claim().contexts().get(context);
            page.append("<figure>")
                    .append(ClaimChart.svg(part, cell))
                    .append("<figcaption>")
                    .append(escaped(name.isEmpty() ? "" : name + ": "))
                    .append(escaped(headline.contrast().what() + " " + ClaimWords.effect(headline) + " "
                            + part.measured().unit() + ": " + verdict.label()))
                    .append("</figcaption></figure>\n");
        }
        page.append("</div>\n");
    }

    /** As text between tags or in quoted attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
