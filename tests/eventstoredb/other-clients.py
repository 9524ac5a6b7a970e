"""What a client in another language does on the test server. `other-clients.test.ts` runs this, with a connection string
and whether it names a cluster. Ends with an assertion that failed, or with nothing to say."""

import sys
from itertools import islice
from uuid import uuid4

from kurrentdbclient import CaughtUp, Checkpoint, KurrentDBClient, NewEvent, StreamState
from kurrentdbclient.exceptions import NotFoundError, StreamIsDeletedError, WrongCurrentVersionError


def counted(*numbers):
    return [NewEvent(type="Counted", data=b'{"number":%d}' % number) for number in numbers]


def refused(error, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except error:
        return
    raise AssertionError(f"{error.__name__} was expected")


def revisions(events):
    return [event.stream_position for event in events]


def appending(client, stream):
    first = counted(1, 2)
    position = client.append_to_stream(stream, current_version=StreamState.NO_STREAM, events=first)
    later = client.append_to_stream(stream, current_version=1, events=counted(3))
    assert later > position
    again = client.append_to_stream(stream, current_version=StreamState.NO_STREAM, events=first)
    assert again == position
    refused(WrongCurrentVersionError, client.append_to_stream, stream, current_version=0, events=counted(9))
    client.append_to_stream(stream, current_version=StreamState.ANY, events=counted(4))
    client.append_to_stream(stream, current_version=StreamState.EXISTS, events=counted(5))
    refused(
        WrongCurrentVersionError,
        client.append_to_stream,
        f"{stream}-unknown",
        current_version=StreamState.EXISTS,
        events=counted(9),
    )


def reading(client, stream):
    events = client.get_stream(stream)
    assert revisions(events) == [0, 1, 2, 3, 4]
    assert [event.data for event in events][0] == b'{"number":1}'
    assert revisions(client.get_stream(stream, backwards=True, limit=2)) == [4, 3]
    assert revisions(client.get_stream(stream, stream_position=3)) == [3, 4]
    positions = [event.commit_position for event in events]
    assert positions == sorted(set(positions))
    everything = list(client.read_all(filter_exclude=[]))
    assert [event.commit_position for event in everything if event.stream_name == stream] == positions
    backwards = list(client.read_all(backwards=True, filter_exclude=[]))
    assert [event.id for event in backwards] == [event.id for event in reversed(everything)]
    assert client.get_commit_position(filter_exclude=[]) == everything[-1].commit_position


def subscribing(client, stream):
    subscription = client.subscribe_to_all(
        filter_include=[stream], filter_by_stream_name=True, include_checkpoints=True, include_caught_up=True
    )
    heard = []
    for event in subscription:
        heard.append(event)
        if isinstance(event, CaughtUp):
            break
    assert revisions(heard[:5]) == [0, 1, 2, 3, 4]
    assert isinstance(heard[5], Checkpoint)
    client.append_to_stream(stream, current_version=4, events=counted(6))
    assert next(subscription).stream_position == 5
    subscription.stop()

    catching_up = client.subscribe_to_stream(stream, stream_position=2)
    assert revisions(islice(catching_up, 3)) == [3, 4, 5]
    catching_up.stop()


def deleting(client, stream):
    _, version = client.get_stream_metadata(stream)
    client.set_stream_metadata(stream, metadata={"$maxCount": 2}, current_version=version)
    assert revisions(client.get_stream(stream)) == [4, 5]
    refused(WrongCurrentVersionError, client.delete_stream, stream, current_version=1)
    client.delete_stream(stream, current_version=5)
    refused(NotFoundError, client.get_stream, stream)
    client.append_to_stream(stream, current_version=StreamState.NO_STREAM, events=counted(7))
    assert revisions(client.get_stream(stream)) == [6]
    client.tombstone_stream(stream, current_version=StreamState.ANY)
    refused(StreamIsDeletedError, client.get_stream, stream)


def main(url):
    client = KurrentDBClient(url)
    stream = f"meeting-{uuid4()}"
    for scenario in (appending, reading, subscribing, deleting):
        scenario(client, stream)
    client.close()


main(sys.argv[1])
