import { boolean, item, list, map, object, required, string, structural, word } from "./fields";

const labelRequirement = object("LabelSelectorRequirement", "A condition on one label.", {
  key: required(structural(string("Name of the label."))),
  operator: required(
    structural(
      word(
        "`In` and `NotIn` compare the label's value with `values`, and `NotIn` holds without the label too; `Exists` and `DoesNotExist` check " +
          "only the presence of the label.",
        ["In", "NotIn", "Exists", "DoesNotExist"],
      ),
    ),
  ),
  values: list("Values for `In` and `NotIn`, at least one. For the other operators it must be left out.", structural(item)),
});

/** Objects by their labels. */
export const labelSelector = object(
  "LabelSelector",
  "A selector of objects by their labels; all conditions must hold. `{}` selects everything.",
  {
    matchLabels: map("Labels with their required values.", structural(item)),
    matchExpressions: list("Further conditions on labels.", labelRequirement),
  },
);

/** Namespaces by their names. */
export const namespaceSelector = object(
  "NamespaceSelector",
  "Namespaces by their names. If empty, it means the namespace of the resource itself.",
  {
    any: structural(boolean("All namespaces. It wins over `matchNames`. Default false.")),
    matchNames: list("Names of the namespaces.", structural(item)),
  },
);
