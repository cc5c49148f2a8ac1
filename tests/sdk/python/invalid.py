"""An agent with three mistakes, one of them in a secret."""

import pulumi
import pulumi_victoriametrics as victoriametrics

victoriametrics.VMAgent(
    "main",
    metadata={"namespace": "monitoring"},
    spec={
        "scrape_interval": pulumi.Config().require_secret("metricsPassword"),
        "scrape_timeout": "soon",
        "log_level": "LOUD",
        "remote_write": [{"url": "http://database:8428/api/v1/write"}],
    },
)
