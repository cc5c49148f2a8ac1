import { integerOrString, string } from "./fields";

const size = {
  pattern: /^[0-9]+(kb|mb|gb|tb|KB|MB|GB|TB|KiB|MiB|GiB|TiB)?$/,
  expected: "expected a number of bytes, or a size such as 500MB or 1GiB",
  example: "1GiB",
};

/** A number of bytes, or text such as `500MB`. */
export const byteSize = (description: string) => integerOrString(description, size);

/** Text such as `500MB`. */
export const byteSizeText = (description: string) => string(description, size);
