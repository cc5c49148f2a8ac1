package main

import (
	"github.com/pulumi-victoriametrics/pulumi-victoriametrics/sdk/go/victoriametrics"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

// The same as group.py.
func group(ctx *pulumi.Context) error {
	group, err := victoriametrics.NewConfigGroup(ctx, "group", &victoriametrics.ConfigGroupArgs{
		Yaml:      pulumi.String(config.New(ctx, "").Require("manifests")),
		Namespace: pulumi.String("shop"),
	})
	if err != nil {
		return err
	}
	agent, err := victoriametrics.NewVMAgent(ctx, "main", &victoriametrics.VMAgentArgs{
		Metadata: victoriametrics.ObjectMetadataArgs{Namespace: pulumi.String("monitoring")},
		Spec: victoriametrics.VMAgentSpecArgs{
			SelectAllByDefault: pulumi.Bool(true),
			RemoteWrite: victoriametrics.VMAgentRemoteWriteSpecArray{
				victoriametrics.VMAgentRemoteWriteSpecArgs{Url: pulumi.String("http://database:8428/api/v1/write")},
			},
		},
		SelectFrom: pulumi.Array{group},
	})
	if err != nil {
		return err
	}
	ctx.Export("url", agent.Url)
	return nil
}
