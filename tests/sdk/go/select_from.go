package main

import (
	"github.com/pulumi-victoriametrics/pulumi-victoriametrics/sdk/go/victoriametrics"
	corev1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/core/v1"
	metav1 "github.com/pulumi/pulumi-kubernetes/sdk/v4/go/kubernetes/meta/v1"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

// The same as select_from.py.
func selectFrom(ctx *pulumi.Context) error {
	password := config.New(ctx, "").RequireSecret("metricsPassword")
	component, err := victoriametrics.NewVMServiceScrape(ctx, "component", scrape("component"))
	if err != nil {
		return err
	}
	outputs, err := victoriametrics.NewVMServiceScrape(ctx, "outputs", scrape("outputs"))
	if err != nil {
		return err
	}
	resource, err := corev1.NewSecret(ctx, "resource", &corev1.SecretArgs{
		Metadata:   metav1.ObjectMetaArgs{Name: pulumi.String("component"), Namespace: pulumi.String("shop")},
		StringData: pulumi.StringMap{"password": password},
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
		SelectFrom: pulumi.Array{
			component,
			pulumi.Map{"manifest": outputs.Manifest, "secrets": outputs.Secrets},
			scrapeManifest("plain"),
			resource,
			secret("outputs", password),
			secret("plain", password),
		},
	})
	if err != nil {
		return err
	}
	ctx.Export("manifest", agent.Manifest)
	ctx.Export("secrets", agent.Secrets)
	return nil
}

func scrape(name string) *victoriametrics.VMServiceScrapeArgs {
	return &victoriametrics.VMServiceScrapeArgs{
		Metadata: victoriametrics.ObjectMetadataArgs{Namespace: pulumi.String("shop")},
		Spec: victoriametrics.VMServiceScrapeSpecArgs{
			Selector: victoriametrics.LabelSelectorArgs{MatchLabels: pulumi.StringMap{"app": pulumi.String(name)}},
			Endpoints: victoriametrics.EndpointArray{victoriametrics.EndpointArgs{
				Port: pulumi.String("metrics"),
				Authorization: victoriametrics.AuthorizationArgs{
					Credentials: victoriametrics.SecretKeySelectorArgs{Name: pulumi.String(name), Key: pulumi.String("password")},
				},
			}},
		},
	}
}

func scrapeManifest(name string) pulumi.Map {
	return pulumi.Map{
		"apiVersion": pulumi.String("operator.victoriametrics.com/v1beta1"),
		"kind":       pulumi.String("VMServiceScrape"),
		"metadata":   pulumi.Map{"name": pulumi.String(name), "namespace": pulumi.String("shop")},
		"spec": pulumi.Map{
			"selector": pulumi.Map{"matchLabels": pulumi.Map{"app": pulumi.String(name)}},
			"endpoints": pulumi.Array{pulumi.Map{
				"port": pulumi.String("metrics"),
				"authorization": pulumi.Map{
					"credentials": pulumi.Map{"name": pulumi.String(name), "key": pulumi.String("password")},
				},
			}},
		},
	}
}

func secret(name string, password pulumi.StringInput) pulumi.Map {
	return pulumi.Map{
		"apiVersion": pulumi.String("v1"),
		"kind":       pulumi.String("Secret"),
		"metadata":   pulumi.Map{"name": pulumi.String(name), "namespace": pulumi.String("shop")},
		"stringData": pulumi.Map{"password": password},
	}
}
