"""An hour of everything people do at a moderate rate; is there more memory at its end? soak.py PEJLING MINUTES RATE EMPLOYEES"""

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from client import Client, Server, cpu_seconds, fsyncs_a_second, machine, memory_mb
from journeys import OPERATIONS, TooOften, Town, Wrong

# Caches fill: what the first minutes add is no leak.
WARM_UP = 10


async def soak(server, minutes, rate):
    town = Town(server.at)
    await town.come_in()
    idle, done, refused, failed, waiting = [], 0, 0, [], set()
    names, shares = list(OPERATIONS), [share for share, _, _ in OPERATIONS.values()]

    async def one(name):
        nonlocal done, refused
        client = idle.pop() if idle else Client(server.at)
        try:
            await OPERATIONS[name][2](town, client)
            done += 1
        except TooOften:
            # One manager uploads for all, and may only so often.
            refused += 1
        except (Wrong, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError) as trouble:
            failed.append(f"{name}: {trouble!r}")
            if len(failed) <= 10:
                print(f"  failed: {failed[-1]}", flush=True)
            await client.close()
        idle.append(client)

    begun, samples = time.monotonic(), []
    sampled = count = 0
    while (now := time.monotonic() - begun) < minutes * 60:
        if now >= sampled * 60:
            row = (sampled, memory_mb(server.pid), cpu_seconds(server.pid), len(os.listdir(f"/proc/{server.pid}/fd")), done, refused, len(failed), os.getloadavg()[0])
            samples.append(row)
            print("minute {:3}  memory {:6.1f} MB  processor {:7.1f} s  files {:4}  done {:7}  refused {:4}  failed {:3}  load {:.1f}".format(*row), flush=True)
            sampled += 1
        if count <= now * rate and len(waiting) < 200:
            task = asyncio.create_task(one(random.choices(names, shares)[0]))
            waiting.add(task)
            task.add_done_callback(waiting.discard)
            count += 1
        else:
            await asyncio.sleep(0.005)
    await asyncio.gather(*waiting)
    samples.append((minutes, memory_mb(server.pid)))
    return samples, done, refused, failed


def slope(samples):
    """MB an hour by least squares, after the warm-up; and the standard error of it."""
    points = [(row[0], row[1]) for row in samples if row[0] >= WARM_UP]
    n = len(points)
    x, y = (sum(column) / n for column in zip(*points))
    spread = sum((a - x) ** 2 for a, _ in points)
    b = sum((a - x) * (c - y) for a, c in points) / spread
    rest = sum((c - y - b * (a - x)) ** 2 for a, c in points)
    return b * 60, (rest / (n - 2) / spread) ** 0.5 * 60, n


def main(pejling, minutes, rate, employees):
    print(f"machine: {machine()}")
    with tempfile.TemporaryDirectory(dir=os.environ.get("PEJLING_BENCH_DISK")) as folder:
        subprocess.run([pejling, "demo", "--employees", str(employees), "--seed", "7", "--data", folder], check=True, stdout=subprocess.DEVNULL)
        print(f"fsyncs/s before: {fsyncs_a_second(folder):.0f}")
        server = Server(pejling, folder)
        samples, done, refused, failed = asyncio.run(soak(server, minutes, rate))
        peak, end = memory_mb(server.pid, "VmHWM"), memory_mb(server.pid)
        database = sum(path.stat().st_size for path in Path(folder).glob("pejling.db*")) / 1e6
        used = cpu_seconds(server.pid)
        log = server.stop()
    print(f"{done} done in {minutes} minutes, {refused} refused as too often, {len(failed)} failed; {used / done * 1e6:.0f} us of processor each; the database is {database:.1f} MB at the end")
    print(f"memory at the end {end:.1f} MB, at its peak {peak:.1f} MB; panics in the log: {log.count('panicked')}")
    if minutes > WARM_UP + 3:
        rise, error, n = slope(samples)
        print(f"slope after the first {WARM_UP} minutes: {rise:+.2f} MB an hour, standard error {error:.2f}, {n} samples")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
