package org.virtualwindow.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Everything a clerk's console may say. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface FromClerk
        permits Beat, CallCommand.ByClerk, MediaMessage, RoomOperation.ByClerk, RoomSignal.ByClerk {}
