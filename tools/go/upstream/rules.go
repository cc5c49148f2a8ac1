package main

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"unicode/utf8"

	"github.com/VictoriaMetrics/metricsql"
)

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
	return &problem{message: message, line: line, column: column}
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
