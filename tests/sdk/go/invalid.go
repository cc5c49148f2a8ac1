package main

import (
	"github.com/pulumi-victoriametrics/pulumi-victoriametrics/sdk/go/victoriametrics"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

// The same as invalid.py.
func invalid(ctx *pulumi.Context) error {
	_, err := victoriametrics.NewVMAgent(ctx, "main", &victoriametrics.VMAgentArgs{
		Metadata: victoriametrics.ObjectMetadataArgs{Namespace: pulumi.String("monitoring")},
		Spec: victoriametrics.VMAgentSpecArgs{
			ScrapeInterval: config.New(ctx, "").RequireSecret("metricsPassword"),
			ScrapeTimeout:  pulumi.String("soon"),
			LogLevel:       victoriametrics.LogLevel("LOUD"),
			RemoteWrite: victoriametrics.VMAgentRemoteWriteSpecArray{
				victoriametrics.VMAgentRemoteWriteSpecArgs{Url: pulumi.String("http://database:8428/api/v1/write")},
			},
		},
	})
	return err
}
