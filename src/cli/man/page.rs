//! One manual page, in the macros of man(7).

use clap::{Arg, Command};

use crate::words::Words;

/// The page of a command that stands below `above`, the program first. The definition is built.
pub(super) fn of(command: &Command, above: &[&Command], words: &Words) -> String {
    let names = above.iter().map(|one| one.get_name()).chain([command.get_name()]);
    let name = names.collect::<Vec<_>>().join("-");
    let version = format!("edoc {}", env!("CARGO_PKG_VERSION"));
    let mut page = Page(String::new());
    // No date: the same program gives the same pages.
    page.request(".TH", &[&name.to_uppercase(), "1", "", &version]);
    page.heading(&words.text("cli-man-name"));
    page.text(&format!("{name} - {}", styled(command.get_about())));
    page.heading(&words.text("cli-man-usage"));
    page.text(&usage(command));
    let (arguments, options): (Vec<_>, Vec<_>) =
        command.get_arguments().filter(|argument| !argument.is_hide_set()).partition(|one| one.is_positional());
    page.entries(&words.text("cli-arguments"), arguments.into_iter().map(entry));
    let commands = command.get_subcommands().map(|below| (below.get_name().to_owned(), styled(below.get_about())));
    page.entries(&words.text("cli-commands"), commands);
    page.entries(&words.text("cli-options"), options.into_iter().map(entry));
    if above.is_empty() {
        page.examples(&words.text("cli-examples"));
    }
    page.heading(&words.text("cli-man-see"));
    page.text(&related(command, above));
    page.0
}

fn styled(text: Option<&clap::builder::StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// The line that help shows, without its label.
fn usage(command: &Command) -> String {
    let mut command = command.clone().help_template("{usage}");
    command.render_help().to_string().trim().to_owned()
}

/// How an argument is given, and what it does.
fn entry(argument: &Arg) -> (String, String) {
    let value = argument.get_value_names().and_then(|names| names.first()).map(|name| name.as_str());
    let value = value.filter(|_| argument.get_action().takes_values());
    let forms: Vec<_> =
        [argument.get_short().map(|short| format!("-{short}")), argument.get_long().map(|long| format!("--{long}"))]
            .into_iter()
            .flatten()
            .collect();
    let given = forms.join(", ");
    let given = match value {
        Some(value) if given.is_empty() => value.to_owned(),
        Some(value) => format!("{given} {value}"),
        None => given,
    };
    (given, styled(argument.get_help()))
}

/// Pages of the program and of the commands around this one.
fn related(command: &Command, above: &[&Command]) -> String {
    let mut prefix = String::new();
    let mut pages = Vec::new();
    for one in above {
        prefix.push_str(one.get_name());
        pages.push(format!("{prefix}(1)"));
        prefix.push('-');
    }
    prefix.push_str(command.get_name());
    pages.extend(command.get_subcommands().map(|below| format!("{prefix}-{}(1)", below.get_name())));
    pages.join(", ")
}

/// A page being written.
struct Page(String);

impl Page {
    fn request(&mut self, name: &str, values: &[&str]) {
        self.0.push_str(name);
        for value in values {
            self.0.push_str(&format!(" \"{}\"", escaped(value).replace('"', "\\(dq")));
        }
        self.0.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.request(".SH", &[&text.to_uppercase()]);
    }

    /// Lines as they stand, none of them a request.
    fn text(&mut self, text: &str) {
        for line in text.lines() {
            let line = escaped(line.trim());
            let guard = if line.starts_with(['.', '\'']) { "\\&" } else { "" };
            self.0.push_str(&format!("{guard}{line}\n"));
        }
    }

    fn entries(&mut self, heading: &str, entries: impl Iterator<Item = (String, String)>) {
        for (at, (given, text)) in entries.enumerate() {
            if at == 0 {
                self.heading(heading);
            }
            self.0.push_str(".TP\n");
            self.0.push_str(&format!("\\fB{}\\fR\n", escaped(&given)));
            self.text(&text);
        }
    }

    /// A text whose first line names what the indented ones below are; what follows after a gap is prose.
    fn examples(&mut self, text: &str) {
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let (examples, prose) = rest.split_once("\n\n").unwrap_or((rest, ""));
        self.heading(first.trim().trim_end_matches(':'));
        self.0.push_str(".nf\n");
        self.text(examples);
        self.0.push_str(".fi\n");
        for line in prose.lines() {
            self.0.push_str(".PP\n");
            self.text(line);
        }
    }
}

/// Characters that roff would take for its own.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_taken_for_a_request() {
        let mut page = Page(String::new());
        page.text(".so /etc/passwd\n'br\na\\fB-b");
        assert_eq!(page.0, "\\&.so /etc/passwd\n\\&'br\na\\efB\\-b\n");
        let mut page = Page(String::new());
        page.request(".SH", &["a \"b\""]);
        assert_eq!(page.0, ".SH \"a \\(dqb\\(dq\"\n");
    }
}
