import * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "pulumi-victoriametrics";

// Reading from and writing to Kafka belongs to the enterprise version: pulumi config set --secret licenseKey …
const license = { key: new pulumi.Config().requireSecret("licenseKey") };
const metadata = { namespace: "monitoring" };

// Takes samples out of Kafka and writes them to the database.
const database = new victoriametrics.VMSingle("main", { metadata, spec: { retentionPeriod: "30d" } });
const consumer = new victoriametrics.VMAgent("from-kafka", {
  metadata,
  spec: {
    ingestOnlyMode: true,
    license,
    remoteWrite: [{ url: database.remoteWriteUrl }],
    extraArgs: {
      "kafka.consumer.topic": "metrics-by-telegraf",
      "kafka.consumer.topic.format": "influx",
      "kafka.consumer.topic.brokers": "kafka-0.kafka:9092;kafka-1.kafka:9092",
      "kafka.consumer.topic.groupID": "vmagent",
    },
  },
});

// Scrapes, and puts what it scrapes into Kafka.
const producer = new victoriametrics.VMAgent("to-kafka", {
  metadata,
  spec: {
    selectAllByDefault: true,
    license,
    remoteWrite: [{ url: "kafka://kafka-0.kafka:9092/?topic=prometheus" }],
  },
  selectFrom: [database],
});

export const urls = [consumer.url, producer.url];
