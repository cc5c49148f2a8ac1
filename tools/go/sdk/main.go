// The generators of Pulumi's SDKs: writes the SDKs of one package, each into a folder called after its language.
//
//	sdk-generators SCHEMA LOGO FOLDER LANGUAGE… [-- SCHEMA…]
//
// LOGO is a PNG file for the packages that hold one. After the dashes come the schemas of the packages whose types the package refers to.
// Nothing is downloaded and no plugin is started.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"

	"github.com/blang/semver"
	dotnet "github.com/pulumi/pulumi-dotnet/pulumi-language-dotnet/v3/codegen"
	"github.com/pulumi/pulumi-java/pkg/codegen/java"
	golang "github.com/pulumi/pulumi/pkg/v3/codegen/go"
	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// What each generated file says it was made by.
const tool = "pulumi-language"

type files = map[string][]byte

var generators = map[string]func(*schema.Package, schema.ReferenceLoader) (files, error){
	"nodejs": func(pkg *schema.Package, loader schema.ReferenceLoader) (files, error) {
		return nodejs.GeneratePackage(tool, pkg, nil, nil, false, loader)
	},
	"python": func(pkg *schema.Package, loader schema.ReferenceLoader) (files, error) {
		return python.GeneratePackage(tool, pkg, nil, loader)
	},
	"go": func(pkg *schema.Package, _ schema.ReferenceLoader) (files, error) {
		return golang.GeneratePackage(tool, pkg, nil)
	},
	"dotnet": func(pkg *schema.Package, _ schema.ReferenceLoader) (files, error) {
		return dotnet.GeneratePackage(tool, pkg, nil, nil)
	},
	"java": func(pkg *schema.Package, _ schema.ReferenceLoader) (files, error) {
		return java.GeneratePackage(tool, pkg, nil, nil, false, false)
	},
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	arguments, others := split(arguments, "--")
	if len(arguments) < 4 {
		return fmt.Errorf("usage: sdk-generators SCHEMA LOGO FOLDER LANGUAGE… [-- SCHEMA…]")
	}
	schemaFile, logoFile, folder, languages := arguments[0], arguments[1], arguments[2], arguments[3:]
	loader, err := loadPackages(others)
	if err != nil {
		return err
	}
	logo, err := readLogo(logoFile)
	if err != nil {
		return err
	}
	for _, language := range languages {
		if err := generate(schemaFile, logo, filepath.Join(folder, language), language, loader); err != nil {
			return fmt.Errorf("%s: %w", language, err)
		}
	}
	return nil
}

// readLogo returns a URL by which the generators read the file, for they would load the package's logo from the Internet.
func readLogo(file string) (string, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	http.DefaultTransport.(*http.Transport).RegisterProtocol("file", http.NewFileTransport(http.Dir(filepath.Dir(path))))
	return "file:///" + filepath.Base(path), nil
}

func split(list []string, separator string) (before, after []string) {
	if at := slices.Index(list, separator); at >= 0 {
		return list[:at], list[at+1:]
	}
	return list, nil
}

// generate binds the schema anew, because a generator writes its own settings into what was bound.
func generate(schemaFile, logo, folder, language string, loader schema.ReferenceLoader) error {
	generator, known := generators[language]
	if !known {
		return fmt.Errorf("there is no generator for it")
	}
	var spec schema.PackageSpec
	if err := readJSON(schemaFile, &spec); err != nil {
		return err
	}
	pkg, diagnostics, err := schema.BindSpec(spec, loader, schema.ValidationOptions{})
	if err != nil {
		return err
	}
	if len(diagnostics) > 0 {
		return diagnostics
	}
	pkg.LogoURL = logo
	generated, err := generator(pkg, loader)
	if err != nil {
		return err
	}
	for name, content := range generated {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func readJSON(file string, into any) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, into)
}

// packages answers what a schema asks for from schemas at hand, whatever version it asks for.
type packages map[string]schema.PackageReference

func loadPackages(schemaFiles []string) (packages, error) {
	loaded := packages{}
	for _, file := range schemaFiles {
		var spec schema.PartialPackageSpec
		if err := readJSON(file, &spec); err != nil {
			return nil, err
		}
		reference, err := schema.ImportPartialSpec(spec, nil, loaded)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		loaded[spec.Name] = reference
	}
	return loaded, nil
}

func (loaded packages) LoadPackageReference(name string, _ *semver.Version) (schema.PackageReference, error) {
	if reference, found := loaded[name]; found {
		return reference, nil
	}
	return nil, fmt.Errorf("the schema of package %s is needed", name)
}

func (loaded packages) LoadPackageReferenceV2(_ context.Context, descriptor *schema.PackageDescriptor) (schema.PackageReference, error) {
	return loaded.LoadPackageReference(descriptor.Name, descriptor.Version)
}

func (loaded packages) LoadPackage(name string, version *semver.Version) (*schema.Package, error) {
	reference, err := loaded.LoadPackageReference(name, version)
	if err != nil {
		return nil, err
	}
	return reference.Definition()
}

func (loaded packages) LoadPackageV2(_ context.Context, descriptor *schema.PackageDescriptor) (*schema.Package, error) {
	return loaded.LoadPackage(descriptor.Name, descriptor.Version)
}
