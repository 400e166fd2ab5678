use super::sketch::{facts, placed, plain};
use crate::exam::fields::read;

#[test]
fn show() {
    let text = std::fs::read_to_string("/tmp/scratch.txt").unwrap();
    for block in text.split("\n====\n") {
        let lines =
            if block.starts_with("#placed") { placed(block.trim_start_matches("#placed\n")) } else { plain(block) };
        let found = read(&lines);
        println!("---------\n{block}\n   =>");
        for exam in &found.certificates {
            println!("   kind={:?} {:#?}", exam.kind.as_ref().map(|k| k.value), facts(exam));
        }
        println!("   {:?}", found.findings);
    }
}
