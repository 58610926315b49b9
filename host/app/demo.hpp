#pragma once
#include "app/workbench.hpp"

namespace vidimus::app {

/// The store of the demo case: a file of its own, so that trying things out never touches real cases.
std::string demoStoreUrl();

/// Makes the demo accounts where there are none, signs the officer in, and opens the demo case, reading its files at
/// the first time. A notice tells names and password, so that the auditor's side can be tried too. Returns at once.
void openDemo(Workbench& workbench);

} // namespace vidimus::app
