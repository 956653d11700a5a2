/// Gives the values that are written the containers that they ask for; all write to the same output.
struct JSONTextEncoder: Encoder {
  let output: JSONOutput
  /// How many objects and arrays are open around the value.
  let depth: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(JSONMembers<Key>(output: output, around: depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { JSONElements(output: output, around: depth) }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONValue(output: output) }
}

/// The members of an object.
private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let output: JSONOutput
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  init(output: JSONOutput, around depth: Int) {
    self.output = output
    self.depth = depth + 1
    output.close(to: depth)
    output.begin("{", until: "}")
  }

  private func name(_ key: some CodingKey) {
    output.close(to: depth)
    output.name(key.stringValue)
  }

  mutating func encodeNil(forKey key: Key) {
    name(key)
    output.literal("null")
  }

  mutating func encode(_ value: String, forKey key: Key) {
    name(key)
    output.text(value)
  }

  mutating func encode(_ value: Bool, forKey key: Key) {
    name(key)
    output.literal(value ? "true" : "false")
  }

  mutating func encode(_ value: Int, forKey key: Key) {
    name(key)
    output.literal(String(value))
  }

  mutating func encode(_ value: Double, forKey key: Key) {
    name(key)
    JSONValue(output: output).encode(value)
  }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    name(key)
    try output.write(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    name(key)
    return KeyedEncodingContainer(JSONMembers<Nested>(output: output, around: depth))
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    name(key)
    return JSONElements(output: output, around: depth)
  }

  mutating func superEncoder() -> any Encoder {
    output.close(to: depth)
    output.name("super")
    return JSONTextEncoder(output: output, depth: depth)
  }

  mutating func superEncoder(forKey key: Key) -> any Encoder {
    name(key)
    return JSONTextEncoder(output: output, depth: depth)
  }
}

/// The elements of an array.
private struct JSONElements: UnkeyedEncodingContainer {
  let output: JSONOutput
  let depth: Int
  private(set) var count = 0

  var codingPath: [any CodingKey] { [] }

  init(output: JSONOutput, around depth: Int) {
    self.output = output
    self.depth = depth + 1
    output.close(to: depth)
    output.begin("[", until: "]")
  }

  private mutating func next() {
    output.close(to: depth)
    count += 1
  }

  mutating func encodeNil() {
    next()
    output.literal("null")
  }

  mutating func encode(_ value: some Encodable) throws {
    next()
    try output.write(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    next()
    return KeyedEncodingContainer(JSONMembers<Nested>(output: output, around: depth))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next()
    return JSONElements(output: output, around: depth)
  }

  mutating func superEncoder() -> any Encoder {
    next()
    return JSONTextEncoder(output: output, depth: depth)
  }
}

/// A value that is no object and no array.
private struct JSONValue: SingleValueEncodingContainer {
  let output: JSONOutput

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { output.literal("null") }
  func encode(_ value: Bool) { output.literal(value ? "true" : "false") }
  func encode(_ value: String) { output.text(value) }
  func encode(_ value: Float) { output.literal(value.isFinite ? value.description : "null") }
  func encode(_ value: Double) { output.literal(value.isFinite ? value.description : "null") }
  func encode(_ value: some FixedWidthInteger & Encodable) { output.literal(String(value)) }
  func encode(_ value: some Encodable) throws { try output.write(value) }
}
