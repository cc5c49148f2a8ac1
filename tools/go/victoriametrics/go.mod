module pulumi-victoriametrics/tools/victoriametrics

go 1.26.5

require github.com/VictoriaMetrics/VictoriaMetrics v1.149.0 // indirect
