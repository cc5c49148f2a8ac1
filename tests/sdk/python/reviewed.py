"""A program of whatever objects its configuration names, in their order; each may select those before it."""

import json

import pulumi
import pulumi_kubernetes as kubernetes
import pulumi_victoriametrics as victoriametrics

made: list = []
for object_ in json.loads(pulumi.Config().require("objects")):
    kind, metadata = object_["kind"], object_["metadata"]
    name = f"python-{kind}-{metadata['name']}".lower()
    if kind == "Secret":
        made.append(kubernetes.core.v1.Secret(name, metadata=metadata, string_data=object_["stringData"]))
        continue
    selection = {"select_from": list(made)} if object_.get("selects") else {}
    made.append(getattr(victoriametrics, kind)(name, metadata=metadata, spec=object_["spec"], **selection))
