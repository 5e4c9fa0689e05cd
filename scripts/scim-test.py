"""Runs every check of scim2-tester against ADDRESS with TOKEN; fails when one is not passed, or none of a sort was run."""

import sys
from collections import Counter

from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import Status, check_server

address, token = sys.argv[1:]
with Client(base_url=address, headers={"Authorization": f"Bearer {token}"}) as http:
    results = check_server(SyncSCIMClient(http))

fine = {Status.SUCCESS, Status.COMPLIANT, Status.ACCEPTABLE}
wrong = [result for result in results if result.status not in fine]
for result in wrong:
    print(f"{result.status.name} {result.resource_type or ''} {result.title}: {result.reason}")
counted = Counter(result.status.name for result in results)
print("scim2-tester:", ", ".join(f"{number} {status.lower()}" for status, number in counted.items()))

wanted = {"User", "Group"}
ran = {(result.resource_type, result.title) for result in results if result.status in fine}
missing = [sort for sort in wanted if not {(sort, "object_creation"), (sort, "check_replace_attribute")} <= ran]
sys.exit(bool(wrong or missing))
