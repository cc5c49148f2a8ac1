/**
 * The text of a kubeconfig for a local cluster.
 *
 * @param {string} server its address
 * @param {string} token the user's
 * @returns {string}
 */
export const kubeconfigText = (server, token) =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    // The API server's certificate is its own, made at its start.
    clusters: [{ name: "local", cluster: { server, "insecure-skip-tls-verify": true } }],
    users: [{ name: "local", user: { token } }],
    contexts: [{ name: "local", context: { cluster: "local", user: "local" } }],
    "current-context": "local",
  });
