//! Keeps the relocations of the app's module, by which its chunks are cut out, and gives the
//! program for Windows its icon and its version.

use std::env::var;
use std::error::Error;
use std::process::Command;

/// Folder of the resources of the program for Windows.
const WINDOWS: &str = "src/bin/portal/windows";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={WINDOWS}");
    if var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        println!("cargo:rustc-link-arg-bin=app=--emit-relocs");
    }
    if var("CARGO_CFG_TARGET_OS")? == "windows" && var("CARGO_CFG_TARGET_ENV")? == "gnu" {
        windows_resources()?;
    }
    Ok(())
}

/// Compiles the resources with the tool of the toolchain that links the program.
fn windows_resources() -> Result<(), Box<dyn Error>> {
    let object = format!("{}/portal.res.o", var("OUT_DIR")?);
    let parts = ["MAJOR", "MINOR", "PATCH"];
    let parts = parts.map(|part| var(format!("CARGO_PKG_VERSION_{part}")));
    let numbers = parts.into_iter().collect::<Result<Vec<_>, _>>()?.join(",");
    let status = Command::new("x86_64-w64-mingw32-windres")
        .args(["--input", "portal.rc", "--output", &object])
        .args(["--output-format", "coff", "--codepage", "65001"])
        .arg(format!("-DVERSION_NUMBERS={numbers}"))
        .arg(format!("-DVERSION=\\\"{}\\\"", var("CARGO_PKG_VERSION")?))
        .current_dir(WINDOWS)
        .status()?;
    if !status.success() {
        return Err(format!("windres failed: {status}").into());
    }
    println!("cargo:rustc-link-arg-bin=portal={object}");
    Ok(())
}
