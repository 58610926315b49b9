#pragma once
#include "gui/views/view_context.hpp"

namespace vidimus::gui {

/// How far a job is, 0..1: the mean of its files.
double progressOf(const app::JobStatus& job);
bool anyRunning(const app::Snapshot& snapshot);
/// The jobs with a bar for each document and their buttons. Draws nothing where there are none.
void drawJobs(const ViewContext& ctx);

} // namespace vidimus::gui
