/**
 * Who and what there is, as arrays by number: contacts, delegates, executives, requests, jobs. It imports the
 * kernel. Open {@link dev.handoff.model.people.Contacts} first.
 */
package dev.handoff.model.people;
