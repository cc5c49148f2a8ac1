// Package quickstart describes a database, what two teams want scraped, and the agent that scrapes it.
package quickstart

import (
	"github.com/pulumi-victoriametrics/pulumi-victoriametrics/sdk/go/victoriametrics"
	corev1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/core/v1"
	metav1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/meta/v1"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

// Program is run by `pulumi up`.
func Program(ctx *pulumi.Context) error {
	monitoring, err := namespaceOf(ctx, "monitoring")
	if err != nil {
		return err
	}
	shop, err := namespaceOf(ctx, "shop")
	if err != nil {
		return err
	}
	billing, err := namespaceOf(ctx, "billing")
	if err != nil {
		return err
	}

	// The database: 30 days of metrics on a claim that outlives the stack.
	database, err := victoriametrics.NewVMSingle(ctx, "main", &victoriametrics.VMSingleArgs{
		Metadata: victoriametrics.ObjectMetadataArgs{Namespace: monitoring},
		Spec: victoriametrics.VMSingleSpecArgs{
			RetentionPeriod: pulumi.String("30d"),
			Storage: corev1.PersistentVolumeClaimSpecArgs{
				Resources: corev1.VolumeResourceRequirementsArgs{
					Requests: pulumi.StringMap{"storage": pulumi.String("20Gi")},
				},
			},
		},
	})
	if err != nil {
		return err
	}

	// What each team wants scraped. The team of the shop needs no more than a selector …
	shopScrape, err := victoriametrics.NewVMServiceScrape(ctx, "shop", &victoriametrics.VMServiceScrapeArgs{
		Metadata: victoriametrics.ObjectMetadataArgs{Namespace: shop},
		Spec: victoriametrics.VMServiceScrapeSpecArgs{
			Selector:  victoriametrics.LabelSelectorArgs{MatchLabels: pulumi.StringMap{"app": pulumi.String("shop")}},
			Endpoints: victoriametrics.EndpointArray{victoriametrics.EndpointArgs{Port: pulumi.String("metrics")}},
		},
	})
	if err != nil {
		return err
	}

	// … and the team of the billing asks for a password, which comes from the stack's configuration:
	// pulumi config set --secret metricsPassword …
	settings := config.New(ctx, "")
	credentials, err := corev1.NewSecret(ctx, "billing-metrics", &corev1.SecretArgs{
		Metadata: metav1.ObjectMetaArgs{Name: pulumi.String("billing-metrics"), Namespace: billing},
		StringData: pulumi.StringMap{
			"username": pulumi.String("vmagent"),
			"password": settings.RequireSecret("metricsPassword"),
		},
	})
	if err != nil {
		return err
	}
	interval := settings.Get("billingInterval")
	if interval == "" {
		interval = "30s"
	}
	billingScrape, err := victoriametrics.NewVMServiceScrape(ctx, "billing", &victoriametrics.VMServiceScrapeArgs{
		Metadata: victoriametrics.ObjectMetadataArgs{Namespace: billing},
		Spec: victoriametrics.VMServiceScrapeSpecArgs{
			Selector: victoriametrics.LabelSelectorArgs{MatchLabels: pulumi.StringMap{"app": pulumi.String("billing")}},
			Endpoints: victoriametrics.EndpointArray{victoriametrics.EndpointArgs{
				Port:     pulumi.String("metrics"),
				Interval: pulumi.String(interval),
				BasicAuth: victoriametrics.BasicAuthArgs{
					Username: victoriametrics.SecretKeySelectorArgs{Name: pulumi.String("billing-metrics"), Key: pulumi.String("username")},
					Password: victoriametrics.SecretKeySelectorArgs{Name: pulumi.String("billing-metrics"), Key: pulumi.String("password")},
				},
			}},
		},
	})
	if err != nil {
		return err
	}

	// The agent scrapes everything that it is shown, the database and itself included, and writes to the database.
	agent, err := victoriametrics.NewVMAgent(ctx, "main", &victoriametrics.VMAgentArgs{
		Metadata: victoriametrics.ObjectMetadataArgs{Namespace: monitoring},
		Spec: victoriametrics.VMAgentSpecArgs{
			SelectAllByDefault: pulumi.Bool(true),
			RemoteWrite: victoriametrics.VMAgentRemoteWriteSpecArray{
				victoriametrics.VMAgentRemoteWriteSpecArgs{Url: database.RemoteWriteUrl},
			},
		},
		SelectFrom: pulumi.Array{database, shopScrape, billingScrape, credentials},
	})
	if err != nil {
		return err
	}

	ctx.Export("databaseUrl", database.Url)
	ctx.Export("agentUrl", agent.Url)
	return nil
}

func namespaceOf(ctx *pulumi.Context, name string) (pulumi.StringPtrInput, error) {
	namespace, err := corev1.NewNamespace(ctx, name, &corev1.NamespaceArgs{Metadata: metav1.ObjectMetaArgs{Name: pulumi.String(name)}})
	if err != nil {
		return nil, err
	}
	return namespace.Metadata.Name(), nil
}
