"""Every form of what selectFrom takes: a component, outputs of one, a Kubernetes resource and plain manifests."""

import pulumi
import pulumi_kubernetes as kubernetes
import pulumi_victoriametrics as victoriametrics

password = pulumi.Config().require_secret("metricsPassword")


def scrape(name: str) -> victoriametrics.VMServiceScrape:
    endpoint = {"port": "metrics", "authorization": {"credentials": {"name": name, "key": "password"}}}
    return victoriametrics.VMServiceScrape(
        name,
        metadata={"namespace": "shop"},
        spec={"selector": {"match_labels": {"app": name}}, "endpoints": [endpoint]},
    )


def scrape_manifest(name: str) -> dict:
    endpoint = {"port": "metrics", "authorization": {"credentials": {"name": name, "key": "password"}}}
    return {
        "apiVersion": "operator.victoriametrics.com/v1beta1",
        "kind": "VMServiceScrape",
        "metadata": {"name": name, "namespace": "shop"},
        "spec": {"selector": {"matchLabels": {"app": name}}, "endpoints": [endpoint]},
    }


def secret(name: str) -> dict:
    metadata = {"name": name, "namespace": "shop"}
    return {"apiVersion": "v1", "kind": "Secret", "metadata": metadata, "stringData": {"password": password}}


component = scrape("component")
outputs = scrape("outputs")
resource = kubernetes.core.v1.Secret(
    "resource",
    metadata={"name": "component", "namespace": "shop"},
    string_data={"password": password},
)
agent = victoriametrics.VMAgent(
    "main",
    metadata={"namespace": "monitoring"},
    spec={"select_all_by_default": True, "remote_write": [{"url": "http://database:8428/api/v1/write"}]},
    select_from=[
        component,
        {"manifest": outputs.manifest, "secrets": outputs.secrets},
        scrape_manifest("plain"),
        resource,
        secret("outputs"),
        secret("plain"),
    ],
)
pulumi.export("manifest", agent.manifest)
pulumi.export("secrets", agent.secrets)
