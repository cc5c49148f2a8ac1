package quickstart;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.core.v1.Secret;
import com.pulumi.kubernetes.core.v1.SecretArgs;
import com.pulumi.kubernetes.core.v1.inputs.PersistentVolumeClaimSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeResourceRequirementsArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import io.github.pulumivictoriametrics.victoriametrics.VMAgent;
import io.github.pulumivictoriametrics.victoriametrics.VMAgentArgs;
import io.github.pulumivictoriametrics.victoriametrics.VMServiceScrape;
import io.github.pulumivictoriametrics.victoriametrics.VMServiceScrapeArgs;
import io.github.pulumivictoriametrics.victoriametrics.VMSingle;
import io.github.pulumivictoriametrics.victoriametrics.VMSingleArgs;
import io.github.pulumivictoriametrics.victoriametrics.inputs.BasicAuthArgs;
import io.github.pulumivictoriametrics.victoriametrics.inputs.EndpointArgs;
import io.github.pulumivictoriametrics.victoriametrics.inputs.LabelSelectorArgs;
import io.github.pulumivictoriametrics.victoriametrics.inputs.ObjectMetadataArgs;
import io.github.pulumivictoriametrics.victoriametrics.inputs.SecretKeySelectorArgs;
import io.github.pulumivictoriametrics.victoriametrics.inputs.VMAgentRemoteWriteSpecArgs;
import io.github.pulumivictoriametrics.victoriametrics.inputs.VMAgentSpecArgs;
import io.github.pulumivictoriametrics.victoriametrics.inputs.VMServiceScrapeSpecArgs;
import io.github.pulumivictoriametrics.victoriametrics.inputs.VMSingleSpecArgs;
import java.util.List;
import java.util.Map;

/** A database, what two teams want scraped, and the agent that scrapes it. */
public class App {
  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  static void stack(Context context) {
    var config = context.config();
    var monitoring = namespaceOf("monitoring");
    var shop = namespaceOf("shop");
    var billing = namespaceOf("billing");

    // The database: 30 days of metrics on a claim that outlives the stack.
    var database = new VMSingle("main", VMSingleArgs.builder()
        .metadata(in(monitoring))
        .spec(VMSingleSpecArgs.builder()
            .retentionPeriod("30d")
            .storage(PersistentVolumeClaimSpecArgs.builder()
                .resources(VolumeResourceRequirementsArgs.builder().requests(Map.of("storage", "20Gi")).build())
                .build())
            .build())
        .build());

    // What each team wants scraped. The team of the shop needs no more than a selector …
    var shopScrape = new VMServiceScrape("shop", VMServiceScrapeArgs.builder()
        .metadata(in(shop))
        .spec(VMServiceScrapeSpecArgs.builder()
            .selector(LabelSelectorArgs.builder().matchLabels(Map.of("app", "shop")).build())
            .endpoints(EndpointArgs.builder().port("metrics").build())
            .build())
        .build());

    // … and the team of the billing asks for a password, which comes from the stack's configuration:
    // pulumi config set --secret metricsPassword …
    var password = config.requireSecret("metricsPassword");
    var credentials = new Secret("billing-metrics", SecretArgs.builder()
        .metadata(ObjectMetaArgs.builder().name("billing-metrics").namespace(billing).build())
        .stringData(password.applyValue(text -> Map.of("username", "vmagent", "password", text)))
        .build());
    var billingScrape = new VMServiceScrape("billing", VMServiceScrapeArgs.builder()
        .metadata(in(billing))
        .spec(VMServiceScrapeSpecArgs.builder()
            .selector(LabelSelectorArgs.builder().matchLabels(Map.of("app", "billing")).build())
            .endpoints(EndpointArgs.builder()
                .port("metrics")
                .interval(config.get("billingInterval").orElse("30s"))
                .basicAuth(BasicAuthArgs.builder()
                    .username(SecretKeySelectorArgs.builder().name("billing-metrics").key("username").build())
                    .password(SecretKeySelectorArgs.builder().name("billing-metrics").key("password").build())
                    .build())
                .build())
            .build())
        .build());

    // The agent scrapes everything that it is shown, the database and itself included, and writes to the database.
    var agent = new VMAgent("main", VMAgentArgs.builder()
        .metadata(in(monitoring))
        .spec(VMAgentSpecArgs.builder()
            .selectAllByDefault(true)
            .remoteWrite(VMAgentRemoteWriteSpecArgs.builder().url(database.remoteWriteUrl()).build())
            .build())
        .selectFrom(List.of(database, shopScrape, billingScrape, credentials))
        .build());

    context.export("databaseUrl", database.url());
    context.export("agentUrl", agent.url());
  }

  private static Output<String> namespaceOf(String name) {
    var args = NamespaceArgs.builder().metadata(ObjectMetaArgs.builder().name(name).build()).build();
    return new Namespace(name, args).metadata().applyValue(metadata -> metadata.name().orElseThrow());
  }

  private static ObjectMetadataArgs in(Output<String> namespace) {
    return ObjectMetadataArgs.builder().namespace(namespace).build();
  }
}
