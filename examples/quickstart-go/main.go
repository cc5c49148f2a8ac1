package main

import (
	"github.com/pulumi-victoriametrics/pulumi-victoriametrics/examples/quickstart-go/quickstart"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() { pulumi.Run(quickstart.Program) }
