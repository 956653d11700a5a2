#!/usr/bin/env python3
"""Many clients at once against `fixline serve --unix`: is every reply right, and how long does it take?

Each client has a session of its own and writes its messages at an even pace, the way people do, all clients together
at --rate messages a second; with --rate 0 each writes the next as soon as it has the reply to the last.
Exits with 1 where a reply is wrong, out of order, lost, or missing in the log.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

MESSAGES = [
    "the reset password button is greyed out",
    "user administrator",
    "an ordinary user",
    "it did not help",
    "knappen för att återställa lösenord är grå",
    "user still can't sign in after the reset",
    "hybrid, we sync with AD Connect",
    "what does the weather look like",
    "start over",
    "don't know",
]


async def client(path, number, count, interval, latencies, faults):
    """Holds one conversation; the wait for each reply is added to `latencies`, whatever is wrong to `faults`."""
    reader, writer = await asyncio.open_unix_connection(path, limit=1 << 20)
    clock = asyncio.get_running_loop().time
    chance = random.Random(number)
    due = clock() + chance.random() * interval
    for turn in range(1, count + 1):
        if interval:
            await asyncio.sleep(max(0, due - clock()))
            due += interval
        request = {
            "jsonrpc": "2.0", "id": f"{number}-{turn}", "method": "message",
            "params": {"session": f"load-{number}", "message_id": str(turn), "text": chance.choice(MESSAGES)},
        }
        start = clock()
        writer.write(json.dumps(request).encode() + b"\n")
        line = await reader.readline()
        latencies.append(clock() - start)
        if not line:
            faults.append(f"client {number} lost its connection at turn {turn}")
            return
        reply = json.loads(line)
        result = reply.get("result", {})
        if reply["id"] != request["id"] or result.get("turn") != turn or not result.get("replies"):
            faults.append(f"client {number}, turn {turn}: {line[:200]!r}")
    writer.close()


async def load(path, options):
    latencies, faults = [], []
    interval = options.clients / options.rate if options.rate else 0
    start = time.monotonic()
    await asyncio.gather(
        *(client(path, n, options.messages, interval, latencies, faults) for n in range(options.clients)))
    return latencies, faults, time.monotonic() - start


def memory(process):
    """The most memory that a process has held, in MB."""
    with open(f"/proc/{process.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fixline", default=".build/release/fixline")
    parser.add_argument("--clients", type=int, default=500)
    parser.add_argument("--messages", type=int, default=200)
    parser.add_argument("--rate", type=float, default=2000, help="messages a second of all clients; 0: no pause")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, log = os.path.join(folder, "socket"), os.path.join(folder, "log.sqlite")
        server = subprocess.Popen([options.fixline, "serve", "--unix", path, "--log", log, "--log-level", "error"])
        while not os.path.exists(path):
            time.sleep(0.05)
        latencies, faults, seconds = asyncio.run(load(path, options))
        peak = memory(server)
        server.send_signal(signal.SIGTERM)
        status = server.wait(10)
        turns = sqlite3.connect(log).execute("SELECT count(*) FROM turn").fetchone()[0]
    latencies.sort()
    share = lambda part: latencies[int(part * (len(latencies) - 1))] * 1000
    expected = options.clients * options.messages
    print(f"{len(latencies)} replies in {seconds:.1f} s ({len(latencies) / seconds:.0f}/s), {turns} turns in the log")
    print(f"median {share(0.5):.1f} ms, 99 in 100 {share(0.99):.1f} ms, longest {share(1):.1f} ms")
    print(f"peak memory of the server {peak:.0f} MB, exit status {status}")
    for fault in faults[:10]:
        print(fault)
    sys.exit(bool(faults) or turns != expected or status != 0)


if __name__ == "__main__":
    main()
