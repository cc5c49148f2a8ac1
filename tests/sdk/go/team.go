package main

import (
	"github.com/pulumi-victoriametrics/pulumi-victoriametrics/sdk/go/victoriametrics"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

// The same as team.py.
func team(ctx *pulumi.Context) error {
	agent, err := victoriametrics.NewVMAgent(ctx, "shop", &victoriametrics.VMAgentArgs{
		Metadata: victoriametrics.ObjectMetadataArgs{Namespace: pulumi.String("monitoring")},
		Spec: victoriametrics.VMAgentSpecArgs{
			RemoteWrite: victoriametrics.VMAgentRemoteWriteSpecArray{
				victoriametrics.VMAgentRemoteWriteSpecArgs{Url: pulumi.String("http://database:8428/api/v1/write")},
			},
		},
		Team: victoriametrics.TeamArgs{
			Namespaces: pulumi.StringArray{pulumi.String("shop")},
			Labels:     pulumi.StringMap{"team": pulumi.String("shop")},
			Deployers: victoriametrics.TeamDeployerArray{
				victoriametrics.TeamDeployerArgs{Kind: victoriametrics.TeamDeployerKindServiceAccount, Name: pulumi.String("deployer")},
			},
		},
	})
	if err != nil {
		return err
	}
	scrape, err := victoriametrics.NewVMServiceScrape(ctx, "orders", &victoriametrics.VMServiceScrapeArgs{
		Metadata: victoriametrics.ObjectMetadataArgs{Namespace: pulumi.String("shop")},
		Spec: victoriametrics.VMServiceScrapeSpecArgs{
			Selector:  victoriametrics.LabelSelectorArgs{MatchLabels: pulumi.StringMap{"app": pulumi.String("orders")}},
			Endpoints: victoriametrics.EndpointArray{victoriametrics.EndpointArgs{Port: pulumi.String("metrics")}},
		},
	})
	if err != nil {
		return err
	}
	made, err := victoriametrics.NewVMTeam(ctx, "shop", &victoriametrics.VMTeamArgs{
		Metadata: victoriametrics.ObjectMetadataArgs{Namespace: pulumi.String("shop")},
		Spec: victoriametrics.VMTeamSpecArgs{
			Agent: victoriametrics.TeamProgramReferenceArgs{Name: pulumi.String("shop"), Namespace: pulumi.String("monitoring")},
		},
		SelectFrom: pulumi.Array{agent.Team, scrape},
	})
	if err != nil {
		return err
	}
	ctx.Export("name", made.Name)
	return nil
}
