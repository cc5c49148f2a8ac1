import type { z } from "zod";
import { filled, type Keys, switchedOn, type TreeMap, written } from "../../config/keys";
import type { Answers } from "../../config/references";
import { boolean, object, string } from "../../schema/fields";
import type { Report } from "../../world/issues";
import { checkCertificate, checkTLSServer, tlsPart, tlsServerConfig, writtenTLSServer } from "./web";

export const tlsClientConfig = object(
  "TLSClientConfig",
  "TLS as a client. Certificate and key are needed, each as a file or a reference.",
  {
    ca_file: string("Path of a file with the authority for the server's certificate. `ca_secret_ref` wins over it."),
    ca_secret_ref: tlsPart("The authority for the server's certificate"),
    cert_file: string("Path of a file with the client's certificate. `cert_secret_ref` wins over it."),
    cert_secret_ref: tlsPart("The client's certificate"),
    key_file: string("Path of a file with the private key. `key_secret_ref` wins over it."),
    key_secret_ref: tlsPart("The private key"),
    insecure_skip_verify: boolean("Accepts any certificate of the server. Default false."),
    server_name: string("Name that the server's certificate must carry. Default: the host that is connected to."),
  },
);

export const gossipConfig = object("AlertmanagerGossipConfig", "TLS between the members of the cluster.", {
  tls_server_config: tlsServerConfig,
  tls_client_config: tlsClientConfig,
});

type TLSClientConfig = z.output<typeof tlsClientConfig>;
type GossipConfig = z.output<typeof gossipConfig>;

const tlsKeys: Keys<[tls: TLSClientConfig, answers: Answers, path: string]> = {
  ca_file: ({ ca_secret_ref, ca_file }, answers, path) => answers.file(ca_secret_ref, `${path}.ca_secret_ref`) ?? filled(ca_file),
  cert_file: ({ cert_secret_ref, cert_file }, answers, path) =>
    answers.file(cert_secret_ref, `${path}.cert_secret_ref`) ?? filled(cert_file),
  key_file: ({ key_secret_ref, key_file }, answers, path) => answers.file(key_secret_ref, `${path}.key_secret_ref`) ?? filled(key_file),
  insecure_skip_verify: ({ insecure_skip_verify }) => switchedOn(insecure_skip_verify),
  server_name: ({ server_name }) => filled(server_name),
};

const gossipKeys: Keys<[gossip: GossipConfig, answers: Answers, path: string]> = {
  tls_server_config: ({ tls_server_config }, answers, path) =>
    tls_server_config && writtenTLSServer(tls_server_config, answers, `${path}.tls_server_config`),
  tls_client_config: ({ tls_client_config }, answers, path) =>
    tls_client_config && writtenTLSClient(tls_client_config, answers, `${path}.tls_client_config`),
};

/** TLS as a client, in Alertmanager's terms. */
export const writtenTLSClient = (tls: TLSClientConfig, answers: Answers, path: string): TreeMap => written(tlsKeys, tls, answers, path);

/** The file that `--cluster.tls-config` names. */
export const writtenGossip = (gossip: GossipConfig, answers: Answers): TreeMap => written(gossipKeys, gossip, answers, "spec.gossipConfig");

/** Reports TLS between the members that cannot be. */
export function checkGossip(gossip: GossipConfig | undefined, report: Report): void {
  checkTLSServer(gossip?.tls_server_config, "spec.gossipConfig.tls_server_config", report);
  checkCertificate(gossip?.tls_client_config, "spec.gossipConfig.tls_client_config", report);
}
