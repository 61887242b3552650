//! Serves a published portal on this machine, as a static host would.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use thiserror::Error;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_status::SetStatus;

/// A portal that cannot be served.
#[derive(Debug, Error)]
pub enum ServeError {
    /// The port is taken, or not allowed.
    #[error("不能在端口 {port} 上提供服务：{error}。请用 --port 换一个端口")]
    Port {
        /// The port.
        port: u16,
        /// Why.
        error: io::Error,
    },
    /// Serving stopped.
    #[error("服务中断：{0}")]
    Stopped(#[from] io::Error),
}

/// Serves a folder until the program is interrupted. `ready` is told the address.
///
/// # Errors
/// See [`ServeError`].
pub fn serve(folder: &Path, port: u16, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(|error| ServeError::Port { port, error })?;
        ready(listener.local_addr()?);
        axum::serve(listener, router(folder))
            .with_graceful_shutdown(interrupted())
            .await?;
        Ok(())
    })
}

fn router(folder: &Path) -> Router {
    let files = ServeDir::new(folder).fallback(not_found(folder));
    Router::new()
        .fallback_service(files)
        .layer(CompressionLayer::new())
        .layer(axum::middleware::map_response(with_headers))
}

/// The page for addresses that have none, with the status that says so.
fn not_found(folder: &Path) -> SetStatus<ServeFile> {
    let page: PathBuf = folder.join("404.html");
    SetStatus::new(ServeFile::new(page), StatusCode::NOT_FOUND)
}

/// The headers that a host in production would send; everything is asked for anew, for the
/// portal may have been rebuilt.
async fn with_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Waits for Ctrl-C. Without a way to hear it the program is ended by the system.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
