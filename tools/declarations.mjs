/**
 * Makes the types of the package readable for all: what the compiler wrote into `dist/` is cut down to the declarations that the package's two
 * entries reach, in the syntax of TypeScript 3.8. That is the compiler that Pulumi brings along for programs without one of their own.
 */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { isMain } from "./toolchain/process.mjs";

/** @typedef {import("typescript").Node} Node */
/** @typedef {import("typescript").Statement} Statement */
/** @typedef {import("typescript").SourceFile} SourceFile */

const { factory } = ts;

/**
 * @param {string} folder holds the compiler's output
 * @param {readonly string[]} entries below it
 */
export function publishDeclarations(folder, entries) {
  const files = declarationFiles(folder);
  const program = ts.createProgram(files, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Node20, skipLibCheck: true });
  const kept = reachable(
    program,
    entries.map((entry) => resolve(folder, entry)),
    new Set(files),
  );
  const printer = ts.createPrinter();
  for (const file of files) {
    const statements = kept.get(file);
    if (statements === undefined) {
      rmSync(file);
    } else {
      const source = /** @type {SourceFile} */ (program.getSourceFile(file));
      writeFileSync(
        file,
        `${withImports(source, statements)
          .map((node) => printer.printNode(ts.EmitHint.Unspecified, node, source))
          .join("\n")}\n`,
      );
    }
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function declarationFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".d.ts"))
    .map((name) => resolve(folder, name));
}

/**
 * The statements that a user of the entries needs, by their file: from every name in them on to its declaration.
 *
 * @param {import("typescript").Program} program
 * @param {readonly string[]} entries
 * @param {ReadonlySet<string>} files those of the package
 * @returns {Map<string, Map<Statement, Statement>>} each with its published form
 */
function reachable(program, entries, files) {
  const checker = program.getTypeChecker();
  /** @type {Map<string, Map<Statement, Statement>>} */
  const kept = new Map();
  /** @param {Statement} statement */
  const keep = (statement) => {
    const file = resolve(statement.getSourceFile().fileName);
    const ofFile = kept.get(file) ?? new Map();
    kept.set(file, ofFile);
    if (!files.has(file) || ofFile.has(statement)) {
      return;
    }
    const published = publishedForm(statement);
    ofFile.set(statement, published);
    visitNames(published);
  };
  /** @param {Node} node of a published form; its names are those of the original */
  const visitNames = (node) => {
    if (ts.isIdentifier(node)) {
      for (const declaration of declarationsOf(checker, node)) {
        keep(statementOf(declaration));
      }
    }
    if (ts.isExportDeclaration(node) && node.exportClause === undefined) {
      const module = checker.getSymbolAtLocation(/** @type {Node} */ (ts.getOriginalNode(node, ts.isExportDeclaration).moduleSpecifier));
      for (const symbol of module?.exports?.values() ?? []) {
        symbol.declarations?.map(statementOf).forEach(keep);
      }
    }
    ts.forEachChild(node, visitNames);
  };
  for (const entry of entries) {
    program
      .getSourceFile(entry)
      ?.statements.filter((statement) => isExported(statement) && !isInternal(statement))
      .forEach(keep);
  }
  return new Map([...kept].filter(([file]) => files.has(file)));
}

/**
 * @param {import("typescript").TypeChecker} checker
 * @param {import("typescript").Identifier} name
 * @returns {Node[]} where the name is declared, and all files on the way that hand it on
 */
function declarationsOf(checker, name) {
  /** @type {Node[]} */
  const declarations = [];
  let symbol = checker.getSymbolAtLocation(name);
  while (symbol !== undefined) {
    declarations.push(...(symbol.declarations ?? []));
    symbol = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? undefined : nextOf(checker, symbol);
  }
  return declarations.filter((declaration) => !ts.isSourceFile(declaration) && !ts.isImportDeclaration(statementOf(declaration)));
}

/**
 * @param {import("typescript").TypeChecker} checker
 * @param {import("typescript").Symbol} alias a name that is imported, or exported from elsewhere
 */
function nextOf(checker, alias) {
  const [declaration] = alias.declarations ?? [];
  if (declaration === undefined || !(ts.isImportSpecifier(declaration) || ts.isExportSpecifier(declaration))) {
    return checker.getAliasedSymbol(alias);
  }
  const statement = ts.findAncestor(declaration, (node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node));
  const file = statement?.moduleSpecifier && checker.getSymbolAtLocation(statement.moduleSpecifier);
  return file === undefined
    ? checker.getExportSpecifierLocalTargetSymbol(/** @type {import("typescript").ExportSpecifier} */ (declaration))
    : checker.tryGetMemberInModuleExports((declaration.propertyName ?? declaration.name).text, file);
}

/**
 * @param {Node} node
 * @returns {Statement} the statement of the file that it is in
 */
function statementOf(node) {
  const ancestor = ts.findAncestor(node, ({ parent }) => parent !== undefined && ts.isSourceFile(parent));
  return /** @type {Statement} */ (ancestor ?? node);
}

/**
 * @param {Statement} statement
 * @returns {Statement}
 */
function publishedForm(statement) {
  if (ts.isClassDeclaration(statement)) {
    return publishedClass(statement);
  }
  if (ts.isExportDeclaration(statement)) {
    const { modifiers, exportClause, moduleSpecifier } = statement;
    const clause =
      exportClause && ts.isNamedExports(exportClause)
        ? factory.updateNamedExports(
            exportClause,
            exportClause.elements.map((element) => factory.updateExportSpecifier(element, false, element.propertyName, element.name)),
          )
        : exportClause;
    // `export type *` came with TypeScript 5.0; a file of declarations exports nothing else with a star than types.
    return factory.updateExportDeclaration(
      statement,
      modifiers,
      statement.isTypeOnly && clause !== undefined,
      clause,
      moduleSpecifier,
      undefined,
    );
  }
  return statement;
}

/**
 * A class as its users see it: without private and protected members, since users do not extend it.
 *
 * @param {import("typescript").ClassDeclaration} declaration
 */
function publishedClass(declaration) {
  const members = declaration.members.flatMap((member) => {
    if (ts.isConstructorDeclaration(member) && isProtected(member)) {
      return [factory.updateConstructorDeclaration(member, member.modifiers, [], undefined)];
    }
    const isHidden = isProtected(member) || isInternal(member) || (member.name !== undefined && ts.isPrivateIdentifier(member.name));
    return isHidden ? [] : [member];
  });
  const heritage = declaration.heritageClauses?.map((clause) =>
    factory.updateHeritageClause(
      clause,
      clause.types.map((type) => factory.updateExpressionWithTypeArguments(type, type.expression, undefined)),
    ),
  );
  return factory.updateClassDeclaration(
    declaration,
    declaration.modifiers,
    declaration.name,
    declaration.typeParameters,
    heritage,
    members,
  );
}

/** @param {import("typescript").ClassElement} member */
const isProtected = (member) => (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Protected | ts.ModifierFlags.Private)) !== 0;

/** @param {Statement} statement */
const isExported = (statement) =>
  ts.isExportDeclaration(statement) ||
  (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true);

/** @param {Node} node */
const isInternal = (node) => ts.getJSDocTags(node).some(({ tagName }) => tagName.text === "internal");

/**
 * The statements of a file in their order, with the imports that they need.
 *
 * @param {SourceFile} source
 * @param {ReadonlyMap<Statement, Statement>} statements
 * @returns {Statement[]}
 */
function withImports(source, statements) {
  const names = new Set([...statements.values()].flatMap(namesIn));
  return source.statements.flatMap((statement) => {
    const published = ts.isImportDeclaration(statement) ? importOf(statement, names) : statements.get(statement);
    return published === undefined ? [] : [published];
  });
}

/**
 * @param {import("typescript").ImportDeclaration} declaration
 * @param {ReadonlySet<string>} names
 */
function importOf(declaration, names) {
  const bindings = declaration.importClause?.namedBindings;
  if (bindings === undefined || (ts.isNamespaceImport(bindings) && !names.has(bindings.name.text))) {
    return undefined;
  }
  const needed = ts.isNamedImports(bindings) ? bindings.elements.filter(({ name }) => names.has(name.text)) : undefined;
  if (needed?.length === 0) {
    return undefined;
  }
  const clause = factory.createImportClause(
    undefined,
    undefined,
    needed === undefined
      ? bindings
      : factory.createNamedImports(needed.map(({ propertyName, name }) => factory.createImportSpecifier(false, propertyName, name))),
  );
  return factory.createImportDeclaration(undefined, clause, declaration.moduleSpecifier);
}

/**
 * @param {Node} node
 * @returns {string[]}
 */
function namesIn(node) {
  /** @type {string[]} */
  const names = [];
  /** @param {Node} part */
  const visit = (part) => {
    if (ts.isIdentifier(part)) {
      names.push(part.text);
    }
    ts.forEachChild(part, visit);
  };
  visit(node);
  return names;
}

if (isMain(import.meta.url)) {
  publishDeclarations(fileURLToPath(new URL("../dist", import.meta.url)), ["index.d.ts", "render.d.ts"]);
}
