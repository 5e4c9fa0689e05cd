"""A directory of USERS with PORT TOKEN PID: what it asks for, how long that takes, and how much of it the server's processor works."""

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from threading import local
from urllib.parse import quote

PORT, TOKEN, PID, USERS = int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
AT_ONCE = 8
HEADERS = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/scim+json"}
mine = local()


def ask(method, path, body=None):
    if not hasattr(mine, "connection"):
        mine.connection = HTTPConnection("127.0.0.1", PORT)
    mine.connection.request(method, "/scim/v2" + path, body and json.dumps(body), HEADERS)
    response = mine.connection.getresponse()
    text = response.read()
    assert response.status < 300, (response.status, text)
    return json.loads(text) if text else None


def worked():
    """Seconds of the server's processor so far."""
    with open(f"/proc/{PID}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(what, number, work):
    # It lay idle, and the server lets go of those that do.
    mine.__dict__.pop("connection", None)
    begun, before = time.monotonic(), worked()
    work()
    took, processor = time.monotonic() - begun, worked() - before
    print(f"{what}: {number} in {took:.2f} s, {number / took:.0f}/s, {processor / number * 1e6:.0f} µs of processor each")


def make(number):
    name = f"u{number}@ekbacka.example"
    assert ask("GET", f'/Users?filter={quote(f"userName eq {json.dumps(name)}")}')["totalResults"] == 0
    user = {
        "userName": name,
        "externalId": f"x{number}",
        "active": True,
        "name": {"givenName": "Namn", "familyName": f"Namnsson {number}"},
        "emails": [{"value": name, "type": "work", "primary": True}],
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"employeeNumber": str(number)},
    }
    return ask("POST", "/Users", user)["id"]


for _ in range(100):
    try:
        ask("GET", "/Users?count=0")
        break
    except OSError:
        del mine.connection
        time.sleep(0.1)

# The disk's own pace in this run, since every creation waits for it.
begun = time.monotonic()
with open("fsync-probe", "wb") as probe:
    for _ in range(100):
        probe.write(b"x")
        probe.flush()
        os.fsync(probe.fileno())
os.remove("fsync-probe")
print(f"fsync: {100 / (time.monotonic() - begun):.0f}/s")

ids = []
with ThreadPoolExecutor(AT_ONCE) as pool:
    measured("looked for and made, eight at once", USERS, lambda: ids.extend(pool.map(make, range(USERS))))
pages = [f"/Users?startIndex={start}&count=200" for start in range(1, USERS, 200)]
measured("listed, 200 to a page", USERS, lambda: [ask("GET", page) for page in pages])
known = quote(f'userName eq "u{USERS // 2}@ekbacka.example"')
measured("found by userName", 500, lambda: [ask("GET", f"/Users?filter={known}") for _ in range(500)])
mail = quote(f'emails[type eq "work"].value eq "u{USERS // 2}@ekbacka.example"')
measured("found by address, looking through all", 20, lambda: [ask("GET", f"/Users?filter={mail}") for _ in range(20)])
group = "/Groups/" + ask("POST", "/Groups", {"displayName": "Alla"})["id"]


def enrol(id):
    operation = {"op": "Add", "path": "members", "value": [{"value": id}]}
    ask("PATCH", group, {"Operations": [operation]})


measured("members added to one group, one by one", USERS, lambda: [enrol(id) for id in ids])
