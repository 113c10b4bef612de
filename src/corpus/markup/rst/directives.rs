//! What is read of a directive of reStructuredText: "`.. note:: It is closed.`".

/// How a directive is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Directive {
    /// Its body is code.
    Code,
    /// Nobody reads it.
    Hidden,
    /// What it is given is a setting, and its body is text.
    Body,
    /// What it is given is text, as its body is.
    Text,
    /// What it is given stands above its body, as a title does.
    Titled,
    /// A version, and what changed with it, after these words.
    Change(&'static str),
    /// A table of values between commas.
    Separated,
    /// A table as a list of lists.
    Listed,
    /// A thing, and what it is: all others.
    Thing,
}

const KINDS: &[(Directive, &str)] = &[
    (
        Directive::Code,
        "code code-block sourcecode parsed-literal prompt doctest testcode testoutput productionlist ipython console \
         command-output",
    ),
    (
        Directive::Hidden,
        "toctree image include literalinclude raw index contents meta highlight currentmodule module automodule autoclass \
         autofunction automethod autoattribute autodata autoexception autosummary tabularcolumns default-role role sectnum \
         section-numbering header footer target-notes testsetup testcleanup graphviz digraph graph math uml plantuml mermaid \
         video youtube bibliography program kernel-doc kernel-figure unicode date title sectionauthor moduleauthor codeauthor \
         py:module py:currentmodule",
    ),
    (
        Directive::Body,
        "figure only container compound rst-class cssclass glossary hlist acks tabs tab-set highlights pull-quote epigraph \
         ifconfig grid",
    ),
    (
        Directive::Text,
        "note warning tip hint important caution danger error attention seealso todo centered",
    ),
    (
        Directive::Titled,
        "admonition topic sidebar rubric table tab tab-item dropdown details card grid-item-card",
    ),
    (Directive::Change("Added in version "), "versionadded"),
    (Directive::Change("Changed in version "), "versionchanged"),
    (Directive::Change("Deprecated since version "), "deprecated"),
    (Directive::Change("Removed in version "), "versionremoved"),
    (Directive::Separated, "csv-table"),
    (Directive::Listed, "list-table flat-table"),
];

impl Directive {
    pub(super) fn of(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        let known = KINDS
            .iter()
            .find(|(_, names)| names.split(' ').any(|own| own == name));
        known.map_or(Self::Thing, |(kind, _)| *kind)
    }
}
