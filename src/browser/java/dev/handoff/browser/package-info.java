/**
 * Tests of pages in a real browser, which run with {@code mvn -Pbrowser test}. A test class is extended with {@code Chromium} and is
 * handed a {@code Visitor} for each test.
 */
package dev.handoff.browser;
