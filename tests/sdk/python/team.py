"""An agent that the platform runs for a team, and the objects of that team."""

import pulumi
import pulumi_victoriametrics as victoriametrics

agent = victoriametrics.VMAgent(
    "shop",
    metadata={"namespace": "monitoring"},
    spec={"remote_write": [{"url": "http://database:8428/api/v1/write"}]},
    team={"namespaces": ["shop"], "labels": {"team": "shop"}, "deployers": [{"kind": "ServiceAccount", "name": "deployer"}]},
)
scrape = victoriametrics.VMServiceScrape(
    "orders",
    metadata={"namespace": "shop"},
    spec={"selector": {"match_labels": {"app": "orders"}}, "endpoints": [{"port": "metrics"}]},
)
team = victoriametrics.VMTeam(
    "shop",
    metadata={"namespace": "shop"},
    spec={"agent": {"name": "shop", "namespace": "monitoring"}},
    select_from=[agent.team, scrape],
)
pulumi.export("name", team.name)
