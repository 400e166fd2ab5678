//! The structure behind the pages: a section a sheet, its title and headings, paragraphs, lists; and the outline.

use std::num::NonZeroU16;

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{Identifier, ListNumbering, Tag, TagGroup, TagTree};

use super::super::layout::Owner;
use super::super::sheet::{Block, Sheet};

/// The structure being built.
pub(super) struct Tags {
    tree: TagTree,
    outline: Outline,
    /// Of the sheet that is being drawn: its title, and what belongs to it and to its blocks, in the order in which it was drawn.
    title: String,
    of_title: Vec<Identifier>,
    of_blocks: Vec<(usize, Identifier)>,
}

impl Tags {
    pub(super) fn new(language: &str) -> Self {
        let tree = TagTree::new().with_lang(Some(language.to_owned()));
        Self { tree, outline: Outline::new(), title: String::new(), of_title: Vec::new(), of_blocks: Vec::new() }
    }

    /// A sheet begins on the page with this number, counted from 0.
    pub(super) fn begin(&mut self, title: &str, page: usize) {
        // A title of nothing is refused by the rules of accessible documents.
        title.clone_into(&mut self.title);
        if title.trim().is_empty() {
            "Zīmogs".clone_into(&mut self.title);
        }
        let destination = XyzDestination::new(page, Point::from_xy(0.0, 0.0));
        self.outline.push_child(OutlineNode::new(self.title.clone(), destination));
    }

    /// Something was drawn.
    pub(super) fn note(&mut self, owner: Owner, identifier: Identifier) {
        match owner {
            Owner::Title => self.of_title.push(identifier),
            Owner::Block(number) => self.of_blocks.push((number, identifier)),
            Owner::Decoration => {}
        }
    }

    /// The sheet ends.
    pub(super) fn end(&mut self, sheet: &Sheet) {
        let mut section = TagGroup::new(Tag::Section);
        let mut title = TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(std::mem::take(&mut self.title))));
        self.of_title.drain(..).for_each(|identifier| title.push(identifier));
        section.push(title);
        let drawn = std::mem::take(&mut self.of_blocks);
        let mut list: Option<TagGroup> = None;
        for run in drawn.chunk_by(|one, next| one.0 == next.0) {
            let Some((number, _)) = run.first() else { continue };
            let block = sheet.blocks.get(*number);
            if let Some(Block::Item(..)) = block {
                let mut body = TagGroup::new(Tag::LBody);
                run.iter().for_each(|(_, identifier)| body.push(*identifier));
                let mut item = TagGroup::new(Tag::LI);
                item.push(body);
                list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None))).push(item);
                continue;
            }
            if let Some(list) = list.take() {
                section.push(list);
            }
            let mut group = group(block);
            run.iter().for_each(|(_, identifier)| group.push(*identifier));
            section.push(group);
        }
        if let Some(list) = list {
            section.push(list);
        }
        self.tree.push(section);
    }

    pub(super) fn finish(self) -> (TagTree, Outline) {
        (self.tree, self.outline)
    }
}

fn group(block: Option<&Block>) -> TagGroup {
    match block {
        Some(Block::Heading(text)) => {
            let level = NonZeroU16::MIN.saturating_add(1);
            TagGroup::new(Tag::Hn(level, Some(text.clone())))
        }
        _ => TagGroup::new(Tag::P),
    }
}
