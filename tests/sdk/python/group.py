"""An agent that selects the objects of a group, whose manifests are in the configuration."""

import pulumi
import pulumi_victoriametrics as victoriametrics

group = victoriametrics.ConfigGroup("group", yaml=pulumi.Config().require("manifests"), namespace="shop")
agent = victoriametrics.VMAgent(
    "main",
    metadata={"namespace": "monitoring"},
    spec={"select_all_by_default": True, "remote_write": [{"url": "http://database:8428/api/v1/write"}]},
    select_from=[group],
)
pulumi.export("url", agent.url)
