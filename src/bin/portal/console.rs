//! The console that the program was started from.

/// Attaches the program to the console that it was started from, if there is one. Without this a
/// program for Windows that opens no console when it is started with a double click would write
/// nowhere. On other systems there is nothing to do.
pub(crate) fn attach() {
    #[cfg(windows)]
    {
        /// Console of the program that has started this one (`ATTACH_PARENT_PROCESS`).
        const PARENT: u32 = u32::MAX;
        // Fails if there is none, or if the output goes elsewhere already.
        _ = win32console::console::WinConsole::attach_console(PARENT);
    }
}
