import type { z } from "zod";
import type { authorization, basicAuth, oauth2, proxyClientConfig, tlsConfig } from "../schema/endpoint-auth";
import type { secretKey, secretOrConfigMap } from "../schema/key-references";
import type { relabelConfig } from "../schema/relabeling-fields";

export type BasicAuth = z.output<typeof basicAuth>;
export type Authorization = z.output<typeof authorization>;
export type OAuth2 = z.output<typeof oauth2>;
export type TLSConfig = z.output<typeof tlsConfig>;
export type ProxyClientConfig = z.output<typeof proxyClientConfig>;
export type SecretKey = z.output<typeof secretKey>;
export type SecretOrConfigMap = z.output<typeof secretOrConfigMap>;
export type RelabelRule = z.output<typeof relabelConfig>;
