// The custom resources of the VictoriaMetrics operator as Pulumi components: everything is derived in preview and up, with no operator in the cluster.
package victoriametrics
