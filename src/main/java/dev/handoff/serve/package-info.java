/** The what-if page: a server on this machine that simulates what somebody moves on a page, and sends nothing anywhere. */
package dev.handoff.serve;
