//! Gives the programs for Windows their icon, version and manifest. For other systems there is nothing to do.

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=packaging/windows/zimogs.manifest");
    println!("cargo::rerun-if-changed=assets/icons/zimogs.ico");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") {
        return Ok(());
    }
    winresource::WindowsResource::new()
        .set("ProductName", "Zīmogs")
        .set("FileDescription", "Zīmogs")
        .set("LegalCopyright", "MIT, Apache-2.0")
        .set_icon("assets/icons/zimogs.ico")
        .set_manifest_file("packaging/windows/zimogs.manifest")
        .compile()
}
