module pulumi-victoriametrics/tools/pulumi

go 1.26

replace github.com/atotto/clipboard => github.com/tgummerer/clipboard v0.0.0-20241001131231-d02d263e614e

require github.com/pulumi/pulumi/pkg/v3 v3.246.0 // indirect
