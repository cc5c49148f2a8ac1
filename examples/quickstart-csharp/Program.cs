using System.Collections.Generic;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using PulumiPackages.VictoriaMetrics;
using PulumiPackages.VictoriaMetrics.Inputs;
using Core = Pulumi.Kubernetes.Core.V1;
using SecretKey = PulumiPackages.VictoriaMetrics.Inputs.SecretKeySelectorArgs;
using Selector = PulumiPackages.VictoriaMetrics.Inputs.LabelSelectorArgs;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    Output<string> NamespaceOf(string name) =>
        new Core.Namespace(name, new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = name } }).Metadata.Apply(metadata => metadata.Name);

    var monitoring = NamespaceOf("monitoring");
    var shop = NamespaceOf("shop");
    var billing = NamespaceOf("billing");

    // The database: 30 days of metrics on a claim that outlives the stack.
    var database = new VMSingle("main", new()
    {
        Metadata = new ObjectMetadataArgs { Namespace = monitoring },
        Spec = new VMSingleSpecArgs
        {
            RetentionPeriod = "30d",
            Storage = new PersistentVolumeClaimSpecArgs
            {
                Resources = new VolumeResourceRequirementsArgs { Requests = { ["storage"] = "20Gi" } },
            },
        },
    });

    // What each team wants scraped. The team of the shop needs no more than a selector …
    var shopScrape = new VMServiceScrape("shop", new()
    {
        Metadata = new ObjectMetadataArgs { Namespace = shop },
        Spec = new VMServiceScrapeSpecArgs
        {
            Selector = new Selector { MatchLabels = { ["app"] = "shop" } },
            Endpoints = { new EndpointArgs { Port = "metrics" } },
        },
    });

    // … and the team of the billing asks for a password, which comes from the stack's configuration:
    // pulumi config set --secret metricsPassword …
    var credentials = new Core.Secret("billing-metrics", new SecretArgs
    {
        Metadata = new ObjectMetaArgs { Name = "billing-metrics", Namespace = billing },
        StringData = { ["username"] = "vmagent", ["password"] = config.RequireSecret("metricsPassword") },
    });
    var billingScrape = new VMServiceScrape("billing", new()
    {
        Metadata = new ObjectMetadataArgs { Namespace = billing },
        Spec = new VMServiceScrapeSpecArgs
        {
            Selector = new Selector { MatchLabels = { ["app"] = "billing" } },
            Endpoints =
            {
                new EndpointArgs
                {
                    Port = "metrics",
                    Interval = config.Get("billingInterval") ?? "30s",
                    BasicAuth = new BasicAuthArgs
                    {
                        Username = new SecretKey { Name = "billing-metrics", Key = "username" },
                        Password = new SecretKey { Name = "billing-metrics", Key = "password" },
                    },
                },
            },
        },
    });

    // The agent scrapes everything that it is shown, the database and itself included, and writes to the database.
    var agent = new VMAgent("main", new()
    {
        Metadata = new ObjectMetadataArgs { Namespace = monitoring },
        Spec = new VMAgentSpecArgs
        {
            SelectAllByDefault = true,
            RemoteWrite = { new VMAgentRemoteWriteSpecArgs { Url = database.RemoteWriteUrl } },
        },
        SelectFrom = { database, shopScrape, billingScrape, credentials },
    });

    return new Dictionary<string, object?>
    {
        ["databaseUrl"] = database.Url,
        ["agentUrl"] = agent.Url,
    };
});
