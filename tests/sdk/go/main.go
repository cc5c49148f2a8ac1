// Runs a program with the Automation API. Reads what to do as JSON from standard input, and prints what came of it as JSON.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/pulumi-victoriametrics/pulumi-victoriametrics/examples/quickstart-go/quickstart"
	"github.com/pulumi/pulumi/sdk/v3/go/auto"
	"github.com/pulumi/pulumi/sdk/v3/go/auto/optpreview"
	"github.com/pulumi/pulumi/sdk/v3/go/auto/optup"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"
	"github.com/pulumi/pulumi/sdk/v3/go/common/workspace"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

var programs = map[string]pulumi.RunFunc{
	"quickstart":  quickstart.Program,
	"select-from": selectFrom,
	"invalid":     invalid,
	"group":       group,
	"team":        team,
}

type request struct {
	Program       string                      `json:"program"`
	Operation     string                      `json:"operation"`
	Folder        string                      `json:"folder"`
	Backend       string                      `json:"backend"`
	Pulumi        string                      `json:"pulumi"`
	Environment   map[string]string           `json:"environment"`
	Configuration map[string]auto.ConfigValue `json:"configuration"`
}

type output struct {
	Value  any  `json:"value"`
	Secret bool `json:"secret"`
}

type result struct {
	Failed  bool              `json:"failed"`
	Output  string            `json:"output"`
	Outputs map[string]output `json:"outputs"`
}

func main() {
	var asked request
	err := json.NewDecoder(os.Stdin).Decode(&asked)
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(run(context.Background(), asked))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, asked request) result {
	var text strings.Builder
	outputs, err := act(ctx, asked, &text)
	if err != nil {
		return result{Failed: true, Output: text.String() + err.Error()}
	}
	return result{Output: text.String(), Outputs: outputs}
}

func act(ctx context.Context, asked request, text *strings.Builder) (map[string]output, error) {
	stack, err := open(ctx, asked)
	if err != nil {
		return nil, err
	}
	if asked.Operation == "preview" {
		_, err := stack.Preview(ctx, optpreview.Color("never"), optpreview.ProgressStreams(text), optpreview.ErrorProgressStreams(text))
		return nil, err
	}
	up, err := stack.Up(ctx, optup.Color("never"), optup.ProgressStreams(text), optup.ErrorProgressStreams(text))
	outputs := map[string]output{}
	for name, value := range up.Outputs {
		outputs[name] = output{value.Value, value.Secret}
	}
	return outputs, err
}

func open(ctx context.Context, asked request) (auto.Stack, error) {
	command, err := auto.NewPulumiCommand(&auto.PulumiCommandOptions{Root: asked.Pulumi})
	if err != nil {
		return auto.Stack{}, err
	}
	project := workspace.Project{
		Name:    tokens.PackageName("tests"),
		Runtime: workspace.NewProjectRuntimeInfo("go", nil),
		Backend: &workspace.ProjectBackend{URL: asked.Backend},
	}
	stack, err := auto.UpsertStackInlineSource(ctx, "test", "tests", programs[asked.Program],
		auto.WorkDir(asked.Folder), auto.EnvVars(asked.Environment), auto.Project(project), auto.Pulumi(command))
	if err != nil {
		return auto.Stack{}, err
	}
	return stack, stack.SetAllConfig(ctx, asked.Configuration)
}
