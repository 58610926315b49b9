#pragma once
#include "gui/headless.hpp"

/// What the behaviour tests share: the workstation, clicked and typed into without any display.
class WorkstationWithoutDisplay : public Headless { };
