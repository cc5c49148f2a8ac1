"""Runs a program with the Automation API. Reads what to do as JSON from standard input, and prints what came of it as JSON."""

import json
import runpy
import sys

from pulumi import automation


def run(request: dict) -> dict:
    text: list[str] = []
    stack = open_stack(request)
    try:
        outputs = act(stack, request["operation"], text.append)
    except Exception as error:  # what the run says is what the tests look at
        return {"failed": True, "output": "".join(text) + str(error), "outputs": {}}
    return {"failed": False, "output": "".join(text), "outputs": outputs}


def open_stack(request: dict) -> automation.Stack:
    stack = automation.create_or_select_stack(
        stack_name="test",
        project_name="tests",
        program=lambda: runpy.run_path(request["program"], run_name="__main__") and None,
        opts=automation.LocalWorkspaceOptions(
            work_dir=request["folder"],
            env_vars=request["environment"],
            pulumi_command=automation.PulumiCommand(request["pulumi"]),
            project_settings=automation.ProjectSettings(
                name="tests", runtime="python", backend=automation.ProjectBackend(request["backend"])
            ),
        ),
    )
    settings = request["configuration"].items()
    stack.set_all_config({key: automation.ConfigValue(value["value"], value.get("secret", False)) for key, value in settings})
    return stack


def act(stack: automation.Stack, operation: str, collect) -> dict:
    if operation == "preview":
        stack.preview(color="never", on_output=lambda line: collect(line + "\n"), on_error=lambda line: collect(line + "\n"))
        return {}
    if operation == "previewJson":
        collect(preview_json(stack))
        return {}
    result = stack.up(color="never", on_output=lambda line: collect(line + "\n"), on_error=lambda line: collect(line + "\n"))
    return {name: {"value": output.value, "secret": output.secret} for name, output in result.outputs.items()}


def preview_json(stack: automation.Stack) -> str:
    """What `pulumi preview --json` prints."""
    command = stack.workspace.pulumi_command
    run_command = command.run
    printed: list[str] = []

    def run_with_json(args, *others, **named):
        result = run_command([*args, "--json"] if args[0] == "preview" else args, *others, **named)
        if args[0] == "preview":
            printed.append(result.stdout)
        return result

    command.run = run_with_json
    try:
        stack.preview(color="never")
    finally:
        command.run = run_command
    return "".join(printed)


if __name__ == "__main__":
    json.dump(run(json.load(sys.stdin)), sys.stdout)
