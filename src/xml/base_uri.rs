//! Joining `xml:base` values of omitted elements (Canonical XML 1.1, 2.4 and appendix A; RFC 3986, 5.2).

/// The parts of a URI reference (RFC 3986, appendix B) that joining needs; a fragment stays with the query.
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(uri: &'a str) -> Self {
        let (scheme, rest) = match uri.split_once(':') {
            Some((scheme, rest)) if !scheme.is_empty() && !scheme.contains(['/', '?', '#']) => (Some(scheme), rest),
            _ => (None, uri),
        };
        let (authority, rest) = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
                (Some(authority), rest)
            }
            None => (None, rest),
        };
        let (path, query) = rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len()));
        Self { scheme, authority, path, query: Some(query).filter(|query| !query.is_empty()) }
    }
}

/// `reference` resolved against `base`, where `base` need not be absolute; leading `..` segments stay.
pub(super) fn join(base: &str, reference: &str) -> String {
    let (base, reference) = (Parts::of(base), Parts::of(reference));
    if reference.scheme.is_some() {
        return write(reference.scheme, reference.authority, &without_dots(reference.path), reference.query);
    }
    if reference.authority.is_some() {
        return write(base.scheme, reference.authority, &without_dots(reference.path), reference.query);
    }
    let (path, query) = if reference.path.is_empty() {
        (without_dots(base.path), reference.query.or(base.query))
    } else if reference.path.starts_with('/') {
        (without_dots(reference.path), reference.query)
    } else {
        (without_dots(&merge(&base, reference.path)), reference.query)
    };
    write(base.scheme, base.authority, &path, query)
}

/// RFC 3986, 5.2.3; a base that ends in `..` is a directory.
fn merge(base: &Parts<'_>, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    if base.path == ".." || base.path.ends_with("/..") {
        return format!("{}/{path}", base.path);
    }
    let directory = base.path.rfind('/').and_then(|slash| base.path.get(..=slash)).unwrap_or_default();
    format!("{directory}{path}")
}

/// Removes `.` and `..` segments and repeated slashes; keeps `..` at the start of a relative path.
fn without_dots(path: &str) -> String {
    let absolute = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    for segment in path.split('/').filter(|segment| !matches!(*segment, "" | ".")) {
        match (segment, kept.last()) {
            ("..", Some(&last)) if last != ".." => drop(kept.pop()),
            ("..", None) if absolute => {}
            _ => kept.push(segment),
        }
    }
    let directory = matches!(path.rsplit('/').next(), Some("" | "." | ".."));
    let mut written = String::with_capacity(path.len() + 1);
    if absolute {
        written.push('/');
    }
    written.push_str(&kept.join("/"));
    if directory && !kept.is_empty() {
        written.push('/');
    }
    written
}

fn write(scheme: Option<&str>, authority: Option<&str>, path: &str, query: Option<&str>) -> String {
    let mut uri = String::new();
    if let Some(scheme) = scheme {
        uri.push_str(scheme);
        uri.push(':');
    }
    if let Some(authority) = authority {
        uri.push_str("//");
        uri.push_str(authority);
    }
    uri.push_str(path);
    uri.push_str(query.unwrap_or_default());
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dot_segments_go_and_leading_ones_stay() {
        let table = [
            ("no/.././/name/file", "name/file"),
            ("no/../yes/no/..", "yes/"),
            ("../../no/../..", "../../../"),
            ("no/..", ""),
            ("/a/b/c/./../../g", "/a/g"),
            (".", ""),
            ("/yes/no/..", "/yes/"),
            ("../..no/..", "../"),
            ("/../..", "/"),
            ("//..", "/"),
        ];
        for (path, expected) in table {
            assert_eq!(without_dots(path), expected, "{path}");
        }
    }

    #[test]
    fn references_are_joined_to_relative_and_absolute_bases() {
        let table = [
            ("..", "x", "../x"),
            ("..", "../x", "../../x"),
            ("../bar/", "foo", "../bar/foo"),
            ("http://host.example/a/b", "/c/", "http://host.example/c/"),
            ("http://host.example", "c", "http://host.example/c"),
            ("http://host.example/a/b", "c?q", "http://host.example/a/c?q"),
            ("http://host.example/a/b?q", "", "http://host.example/a/b?q"),
            ("http://host.example/a/b", "//other.example/c", "http://other.example/c"),
            ("http://host.example/a/b", "urn:x", "urn:x"),
        ];
        for (base, reference, expected) in table {
            assert_eq!(join(base, reference), expected, "{base} {reference}");
        }
    }
}
