"""What the what-if page answers while one window asks 20 times a second, beside slow and broken clients.

Start `./handoff serve scenarios/staged-handoff.yaml --port 7337` and run: python3 src/test/python/two_windows.py 7337 60
with the port and a number of seconds. Needs nothing but Python. Prints for each window how many questions ended with which status (409: the
window asked for something else meanwhile, 503: refused since too many ask) and how long answers took.
"""

import collections
import http.client
import json
import random
import socket
import statistics
import sys
import threading
import time

PORT = int(sys.argv[1])
END = time.time() + float(sys.argv[2])
UNFINISHED = b"POST /curves HTTP/1.1\r\nHost: 127.0.0.1"
SLOW = 10
BROKEN = 3

statuses = collections.defaultdict(collections.Counter)  # by window
waits = collections.defaultdict(list)  # seconds by window, of answers
lock = threading.Lock()


def ask(window, replications, path, value):
    now = {"file": "staged-handoff", "settings": {path: value}}
    question = json.dumps({"client": window, "replications": replications, "now": now, "pinned": None})
    begun = time.time()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
        connection.request("POST", "/curves", question, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        status = answer.status
        connection.close()
    except OSError as failure:
        status = type(failure).__name__
    with lock:
        statuses[window][status] += 1
        if status == 200:
            waits[window].append(time.time() - begun)


def hasty():
    """Asks for a first look at other settings 20 times a second, whether or not the one before was answered."""
    asking = []
    while time.time() < END:
        asking.append(threading.Thread(target=ask, args=("hasty", 20, "handoff.pace", f"{1 + 0.01 * len(asking):.2f} weeks")))
        asking[-1].start()
        time.sleep(0.05)
    for each in asking:
        each.join()


def calm():
    """Waits for each answer, as the page does."""
    moves = 0
    while time.time() < END:
        moves += 1
        for replications in (20, 100, 400):
            ask("calm", replications, "promotion.added-hours", f"{5 + 0.1 * moves:.1f} h/week")
        time.sleep(1)


def slow():
    """Never ends its question."""
    while time.time() < END:
        try:
            with socket.create_connection(("127.0.0.1", PORT)) as client:
                client.send(UNFINISHED)
                time.sleep(5 * random.random())
        except OSError:
            time.sleep(0.1)


def broken():
    """Sends noise, or goes away in the middle."""
    while time.time() < END:
        try:
            with socket.create_connection(("127.0.0.1", PORT)) as client:
                client.send(random.choice([random.randbytes(400), UNFINISHED + b"\r\nContent-Length: 500\r\n\r\n{"]))
        except OSError:
            pass
        time.sleep(0.1)


threads = [threading.Thread(target=each) for each in [hasty, calm] + SLOW * [slow] + BROKEN * [broken]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for window, counts in sorted(statuses.items()):
    answered = waits[window] or [float("nan")]
    print(f"{window}: {dict(counts)}, answers after {statistics.median(answered):.2f} s in the median, {max(answered):.2f} s at most")
