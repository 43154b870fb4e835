package dev.handoff.experiment;

import dev.handoff.model.World;
import dev.handoff.model.people.Contacts.Type;
import java.util.ArrayList;
import java.util.List;

/** Names and types of the contacts of one arm, by contact; the same in every replication. */
record ContactList(List<String> names, List<Type> types) {

    static ContactList of(World world) {
        List<String> names = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (int contact = 0; contact < world.measures().contactCount(); contact++) {
            names.add(world.measures().contactName(contact));
            types.add(world.measures().contactType(contact));
        }
        return new ContactList(List.copyOf(names), List.copyOf(types));
    }
}
