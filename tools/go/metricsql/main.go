// The parsers of rules as WebAssembly. It puts two functions into JavaScript's global scope, `parseMetricsQL` and `parseTemplate`, which take a
// text and return null, or an object with what is wrong with it: message, and line and column where they are known, both from 1.
package main

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"syscall/js"
	"text/template"
	"unicode/utf8"

	"github.com/VictoriaMetrics/metricsql"
)

func main() {
	js.Global().Set("parseMetricsQL", parser(parseMetricsQL))
	js.Global().Set("parseTemplate", parser(parseTemplate))
	select {}
}

type problem struct {
	message string
	line    int
	column  int
}

func parser(parse func(text string) *problem) js.Func {
	return js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		found := withoutPanic(parse, arguments[0].String())
		if found == nil {
			return nil
		}
		return map[string]any{"message": found.message, "line": found.line, "column": found.column}
	})
}

// withoutPanic keeps the module alive for the texts that come after one that a parser was not made for.
func withoutPanic(parse func(text string) *problem, text string) (found *problem) {
	defer func() {
		if reason := recover(); reason != nil {
			found = &problem{message: fmt.Sprint(reason)}
		}
	}()
	return parse(text)
}

// The parser does not say where it stopped, but what it had still before it.
var unparsed = regexp.MustCompile(`^(?s)(.*?)(?:; unparsed data: |unparsed data left: )("(?:[^"\\]|\\.)*")$`)

func parseMetricsQL(text string) *problem {
	_, err := metricsql.Parse(text)
	if err == nil {
		return nil
	}
	parts := unparsed.FindStringSubmatch(err.Error())
	if parts == nil {
		return &problem{message: err.Error()}
	}
	rest, err := strconv.Unquote(parts[2])
	if err != nil || !strings.HasSuffix(text, rest) {
		return &problem{message: parts[0]}
	}
	message := parts[1]
	if message == "" {
		message = "unexpected " + strconv.Quote(strings.Fields(rest + " ?")[0])
	}
	line, column := position(text, len(text)-len(rest))
	return &problem{message, line, column}
}

// position tells the line and the column of a byte, in characters.
func position(text string, offset int) (line, column int) {
	before := text[:offset]
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:]) + 1
}

// The variables and functions that vmalert gives to templates.
var variables = strings.Fields("value type labels expr interval externalLabels externalURL alertID groupID activeAt for isPartial")
var functions = strings.Fields(`args crlfEscape externalURL first formatTime htmlEscape humanize humanize1024 humanizeDuration
	humanizePercentage humanizeTimestamp jsonEscape label match now parseDuration parseDurationTime pathEscape pathPrefix query queryEscape
	quotesEscape reReplaceAll safeHtml sortByLabel stripDomain stripPort strvalue title toLower toTime toUpper value`)

var declarations = declare(variables)
var stubs = stubsOf(functions)

func declare(names []string) string {
	var text strings.Builder
	for _, name := range names {
		text.WriteString("{{ $" + name + " := . }}")
	}
	return text.String()
}

func stubsOf(names []string) template.FuncMap {
	stubs := template.FuncMap{}
	for _, name := range names {
		stubs[name] = func(...any) (any, error) { return nil, errors.New("templates are only parsed") }
	}
	return stubs
}

var located = regexp.MustCompile(`(?s)^template: :(\d+)(?::\d+)?: (.*)$`)

func parseTemplate(text string) *problem {
	_, err := template.New("").Funcs(stubs).Parse(declarations + text)
	if err == nil {
		return nil
	}
	parts := located.FindStringSubmatch(err.Error())
	if parts == nil {
		return &problem{message: err.Error()}
	}
	line, _ := strconv.Atoi(parts[1])
	return &problem{message: parts[2], line: line}
}
