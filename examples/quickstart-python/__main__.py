"""A database, what two teams want scraped, and the agent that scrapes it."""

import pulumi
import pulumi_kubernetes as kubernetes
import pulumi_victoriametrics as victoriametrics

config = pulumi.Config()


def namespace_of(name: str) -> pulumi.Output[str]:
    return kubernetes.core.v1.Namespace(name, metadata={"name": name}).metadata.name


monitoring = namespace_of("monitoring")
shop = namespace_of("shop")
billing = namespace_of("billing")

# The database: 30 days of metrics on a claim that outlives the stack.
database = victoriametrics.VMSingle(
    "main",
    metadata={"namespace": monitoring},
    spec={
        "retention_period": "30d",
        "storage": {"resources": {"requests": {"storage": "20Gi"}}},
    },
)

# What each team wants scraped. The team of the shop needs no more than a selector …
shop_scrape = victoriametrics.VMServiceScrape(
    "shop",
    metadata={"namespace": shop},
    spec={
        "selector": {"match_labels": {"app": "shop"}},
        "endpoints": [{"port": "metrics"}],
    },
)

# … and the team of the billing asks for a password, which comes from the stack's configuration:
# pulumi config set --secret metricsPassword …
credentials = kubernetes.core.v1.Secret(
    "billing-metrics",
    metadata={"name": "billing-metrics", "namespace": billing},
    string_data={"username": "vmagent", "password": config.require_secret("metricsPassword")},
)
billing_scrape = victoriametrics.VMServiceScrape(
    "billing",
    metadata={"namespace": billing},
    spec={
        "selector": {"match_labels": {"app": "billing"}},
        "endpoints": [
            {
                "port": "metrics",
                "interval": config.get("billingInterval") or "30s",
                "basic_auth": {
                    "username": {"name": "billing-metrics", "key": "username"},
                    "password": {"name": "billing-metrics", "key": "password"},
                },
            }
        ],
    },
)

# The agent scrapes everything that it is shown, the database and itself included, and writes to the database.
agent = victoriametrics.VMAgent(
    "main",
    metadata={"namespace": monitoring},
    spec={
        "select_all_by_default": True,
        "remote_write": [{"url": database.remote_write_url}],
    },
    select_from=[database, shop_scrape, billing_scrape, credentials],
)

pulumi.export("databaseUrl", database.url)
pulumi.export("agentUrl", agent.url)
