extension Scan {
  /// True for a name with an ending that says what is in the file: `Password_Policy_2024_final_v2.docx`.
  func isFileName(_ range: Range<Int>) -> Bool {
    guard let dot = range.last(where: { has(".", at: $0) }), dot > range.lowerBound else { return false }
    return Self.fileEndings.contains { ending in
      ending.utf8CodeUnitCount == range.upperBound - dot - 1 && reads(ending, at: dot + 1)
    }
  }

  private static let fileEndings: [StaticString] = [
    "doc", "docx", "dotx", "xls", "xlsx", "xlsm", "csv", "ppt", "pptx", "pdf", "txt", "log", "md", "rtf", "odt", "ods",
    "png", "jpg", "jpeg", "gif", "svg", "heic", "mp4", "mov", "zip", "rar", "7z", "iso", "exe", "msi", "dll", "sys",
    "bat", "cmd", "ps1", "psm1", "sh", "vbs", "py", "js", "xml", "json", "yml", "yaml", "ini", "cfg", "conf", "config",
    "reg", "evtx", "etl", "dmp", "eml", "msg", "pst", "ost", "vsdx", "html", "htm", "tmp", "bak", "apk", "pkg", "dmg",
  ]
}
